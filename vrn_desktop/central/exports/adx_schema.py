"""The XML schema of one ADX message: its codes, its least value, and that no cell stands twice (adx.xsd)."""

from collections.abc import Iterable

from vrn_desktop.central.exports.adx_message import NAMESPACE, lists_used
from vrn_desktop.central.exports.exchange_codes import data_set_code, table_code
from vrn_desktop.central.exports.release_faults import SMALLEST_SHOWN, WHOLE
from vrn_desktop.central.exports.tidy_rows import AREA, list_headings
from vrn_desktop.central.published_table import Release

ADX_SCHEMA = "adx.xsd"
_SCHEMA = """\
<?xml version="1.0" encoding="utf-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="{namespace}" xmlns:adx="{namespace}"
    targetNamespace="{namespace}" elementFormDefault="qualified">
  <xs:annotation><xs:documentation>Hidden cells have no dataValue. A period is its first day and
    its length in days; quarters are ISO weeks and not calendar quarters.</xs:documentation></xs:annotation>
{code_types}
  <xs:simpleType name="periodType"><xs:restriction base="xs:token">
    <xs:pattern value="[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}/P[0-9]+D"/>
  </xs:restriction></xs:simpleType>
  <xs:simpleType name="valueType"><xs:restriction base="xs:positiveInteger">
    <xs:minInclusive value="{least}"/>
    <xs:pattern value="[0-9]*[05]"/>
  </xs:restriction></xs:simpleType>
  <xs:complexType name="dataValueType">
    <xs:sequence><xs:element name="annotation" type="xs:string"/></xs:sequence>
    <xs:attribute name="dataElement" type="dataElementType" use="required"/>
    <xs:attribute name="value" type="valueType" use="required"/>
{list_attributes}
  </xs:complexType>
  <xs:complexType name="groupType">
    <xs:sequence><xs:element name="dataValue" type="dataValueType" maxOccurs="unbounded"/></xs:sequence>
    <xs:attribute name="orgUnit" type="orgUnitType" use="required"/>
    <xs:attribute name="period" type="periodType" use="required"/>
    <xs:attribute name="dataSet" type="dataSetType" use="required"/>
    <xs:attribute name="completeDate" type="xs:date" use="required"/>
    <xs:attribute name="edition" type="xs:positiveInteger" use="required"/>
  </xs:complexType>
  <xs:complexType name="adxType">
    <xs:sequence>
      <xs:element name="group" type="groupType" minOccurs="0" maxOccurs="unbounded">
        <xs:unique name="eachCellOnce">
          <xs:selector xpath="adx:dataValue"/>
          <xs:field xpath="@dataElement"/>
{list_fields}
        </xs:unique>
      </xs:element>
    </xs:sequence>
    <xs:attribute name="exported" type="xs:dateTime" use="required"/>
  </xs:complexType>
  <xs:element name="adx" type="adxType">
    <xs:unique name="eachGroupOnce">
      <xs:selector xpath="adx:group"/>
      <xs:field xpath="@orgUnit"/>
      <xs:field xpath="@period"/>
      <xs:field xpath="@dataSet"/>
    </xs:unique>
  </xs:element>
</xs:schema>
"""
_CODE_TYPE = """\
  <xs:simpleType name="{name}Type"><xs:restriction base="xs:token">
{codes}
  </xs:restriction></xs:simpleType>"""
_CODE = '    <xs:enumeration value="{code}"/>'
_LIST_ATTRIBUTE = '    <xs:attribute name="{name}" type="{name}Type" use="required"/>'
_LIST_FIELD = '          <xs:field xpath="@{name}"/>'


def adx_schema(release: Release) -> bytes:
    """A tight schema of the kind that the profile makes from a structure definition, for this release.

    Every code in it was checked to be letters, digits and underscores only (`refuse_faulty`).
    """
    lists = [name.upper() for name in lists_used(release)]
    tables = [table_code(table.spec, table.name) for table in release.tables]
    sets = [data_set_code(table.spec, table.period) for table in release.tables]
    types = [
        _code_type("orgUnit", [AREA]),
        _code_type("dataSet", sets),
        _code_type("dataElement", tables),
        *(
            _code_type(name.upper(), [*(heading.code for heading in headings), WHOLE])
            for name, headings in list_headings(release).items()
            if headings
        ),
    ]
    return _SCHEMA.format(
        namespace=NAMESPACE,
        least=SMALLEST_SHOWN,
        code_types="\n".join(types),
        list_attributes="\n".join(_LIST_ATTRIBUTE.format(name=name) for name in lists),
        list_fields="\n".join(_LIST_FIELD.format(name=name) for name in lists),
    ).encode()


def _code_type(name: str, codes: Iterable[str]) -> str:
    once = dict.fromkeys(codes)
    return _CODE_TYPE.format(name=name, codes="\n".join(_CODE.format(code=code) for code in once))
