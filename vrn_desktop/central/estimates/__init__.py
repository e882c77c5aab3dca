"""Estimates from noisy numbers: network tables, trends, shares, differences between groups, odd sites."""

from vrn_desktop.central.estimates.tables_over_sites import network_tables

__all__ = ["network_tables"]
