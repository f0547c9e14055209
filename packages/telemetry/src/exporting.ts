let exporting = false;

/** Whether spans are made and exported. */
export function isExporting(): boolean {
	return exporting;
}

/** Says so, once something takes the spans. */
export function setExporting(value: boolean): void {
	exporting = value;
}
