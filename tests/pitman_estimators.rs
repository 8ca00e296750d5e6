//! The Pitman estimators: known answers with twenty digits, their laws, their risks, and what is refused.
#![cfg(all(feature = "proptest", feature = "statistics"))]

#[path = "statistics/check.rs"]
mod check;
#[path = "statistics/pitman/closed_forms.rs"]
mod closed_forms;
#[path = "statistics/pitman/general_form.rs"]
mod general_form;
#[path = "statistics/pitman/in_space.rs"]
mod in_space;
#[path = "statistics/pitman/laws.rs"]
mod laws;
#[path = "statistics/pitman/odd_samples.rs"]
mod odd_samples;
#[path = "statistics/pitman/own_densities.rs"]
mod own_densities;
#[path = "statistics/pitman.rs"]
mod pitman;
#[path = "statistics/pitman/poles.rs"]
mod poles;
#[path = "statistics/pitman/risks.rs"]
mod risks;
#[path = "statistics/pitman/textbook.rs"]
mod textbook;
