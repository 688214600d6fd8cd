"""The whole job, through the doors that people and programs use."""
