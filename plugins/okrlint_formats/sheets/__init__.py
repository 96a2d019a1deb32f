"""Spreadsheets: CSV, TSV, XLSX and ODS, each taken for sheets of cells, and one reader from cells to OKRs."""

from __future__ import annotations
