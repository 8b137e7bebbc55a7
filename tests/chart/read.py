"""Reads the pictures of `council satisfaction --chart` as XML, and holds them against the table of the same command.

    python read.py COUNCIL RECORD DAY ID…
"""

import json
import pathlib
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml

SVG = "{http://www.w3.org/2000/svg}"
PLAIN = {"svg", "title", "desc", "style", "line", "circle", "text"}


def read(program, record, day, council):
    run = [program, "--record", record, "--today", day, "--lang", "fr", "satisfaction", council]
    with tempfile.TemporaryDirectory() as home:
        file = pathlib.Path(home, "chart.svg")
        subprocess.run([*run, "--chart", str(file)], check=True, capture_output=True)
        svg = xml.fromstring(file.read_text("utf-8"))
    rows = json.loads(subprocess.run([*run, "--format", "json"], check=True, capture_output=True).stdout)
    return svg, [row for row in rows if row["reported"] is None]


def french(value):
    return f"{value:.1f}".replace(".", ",") + "\u00a0%"


def main(program, record, day, *councils):
    for council in councils:
        svg, rows = read(program, record, day, council)
        assert svg.tag == SVG + "svg" and svg.get("role") == "img" and svg.get("width") == "640"
        assert svg[0].tag == SVG + "title" and svg[0].text.strip()
        assert svg[1].tag == SVG + "desc" and svg[1].text.strip()
        for element in svg.iter():
            assert element.tag.removeprefix(SVG) in PLAIN, element.tag
            assert not {"id", "href", "class"} & set(element.attrib), element.attrib
            assert int(element.get("font-size", "12")) >= 12
        texts = [text.text for text in svg.iter(SVG + "text")]
        shown = [row for row in rows if row["base"] >= 5]
        figures = [text for text in texts if text.endswith("\u00a0%") and "," in text]
        assert figures == [french(row["percent"]) for row in shown], (council, figures)
        bases = [text for text in texts if text.startswith("n")]
        assert bases == ["n<5" if row["base"] < 5 else f"n={row['base']}" for row in rows], (council, bases)
        assert len(list(svg.iter(SVG + "circle"))) == len(shown)
        for row in shown:
            said = f"{french(row['percent'])} de satisfaits, intervalle à 95\u00a0% de {french(row['low'])} à {french(row['high'])}"
            assert said in svg[1].text, said
        print(f"{record}: {council}: {len(shown)} of {len(rows)} figures are those of the table")


main(*sys.argv[1:])
