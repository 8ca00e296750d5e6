//! Groups, one a file.
