import { HEADER_BYTES, seal } from './segment.ts';

const USUAL_BYTES = 1024 * 1024;

/** Builds records in memory that it uses again. */
export class RecordBuffer {
	private bytes = Buffer.allocUnsafe(USUAL_BYTES);
	private end = HEADER_BYTES;

	/** Bytes so far, without the header. */
	get length(): number {
		return this.end - HEADER_BYTES;
	}
	/** Begins a record anew. */
	clear(): void {
		this.end = HEADER_BYTES;
		if (this.bytes.length > 16 * USUAL_BYTES) this.bytes = Buffer.allocUnsafe(USUAL_BYTES);
	}
	add(operation: string): void {
		const end = this.end + operation.length;
		if (end > this.bytes.length) {
			const wider = Buffer.allocUnsafe(Math.max(end, this.bytes.length * 2));
			this.bytes.copy(wider, 0, 0, this.end);
			this.bytes = wider;
		}
		this.bytes.write(operation, this.end, 'latin1');
		this.end = end;
	}
	/** The record, until the next one is begun. */
	finish(): Buffer {
		return seal(this.bytes.subarray(0, this.end));
	}
}
