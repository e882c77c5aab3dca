"""Documents made in memory: letters and sheets as accessible PDF. The only place where ReportLab draws."""
