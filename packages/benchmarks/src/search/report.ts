/** A table that grows by columns: a row for each name, a column for each size. */
export class Report {
	private readonly rows = new Map<string, string[]>();

	add(name: string, value: string): void {
		const row = this.rows.get(name);
		if (row) row.push(value);
		else this.rows.set(name, [value]);
	}
	print(): void {
		for (const [name, values] of this.rows) {
			console.log(`${name.padEnd(30)}${values.map((value) => value.padStart(26)).join('')}`);
		}
	}
}
