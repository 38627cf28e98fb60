//! The command line as scripts see it: what goes in, what comes out, and the exit code.

#![allow(clippy::unwrap_used, clippy::expect_used)]

mod answers;
mod calendar;
mod capture;
mod copies;
mod demo;
mod doubles;
mod errands;
mod filters;
mod importing;
mod joining;
mod metrics;
mod own_keys;
mod people;
mod plans;
mod query;
mod readme;
mod records;
mod register;
mod relationship;
mod reports;
mod review;
mod segments;
mod several;
mod shelf;
mod shells;
mod tables;
mod usage;
mod views;
mod white_space;
