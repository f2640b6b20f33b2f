"""The command line: reads arguments, runs the pipeline, hands the outcome to a reporter."""
