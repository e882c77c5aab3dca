"""The benchmarks by name, in the order of the table."""

from types import MappingProxyType

from tests.benchmarks import rules

CATALOGUE = MappingProxyType({"rules": rules.BENCHMARK})
