/** Sets of values by key; a key without any is not kept. */
export class Multimap<V> extends Map<string, Set<V>> {
	link(key: string, value: V): void {
		const values = this.get(key);
		if (values) values.add(value);
		else this.set(key, new Set([value]));
	}
	unlink(key: string, value: V): void {
		const values = this.get(key);
		values?.delete(value);
		if (values?.size === 0) this.delete(key);
	}
}
