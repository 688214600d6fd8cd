"""From the sheets of a workbook to a catalogue, every problem noted with its cell."""
