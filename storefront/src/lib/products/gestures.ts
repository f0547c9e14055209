import type { Point } from './zoom.ts';

interface Meaning {
	/** One finger, or the mouse with its button down, went so far. */
	move(by: Point): void;
	/** Two fingers went so far, and so much further apart; `at` is between them. */
	pinch(by: Point, factor: number, at: Point): void;
	/** A click, or a touch that went nowhere. */
	tap(at: Point): void;
}

type StageEvent = MouseEvent & { currentTarget: EventTarget | null };

/** Below this a finger has not moved but trembled. */
const trembling = 6;

/** What pointers on a stage mean. Points are measured from the stage's middle. */
export class Gestures {
	readonly #meaning: Meaning;
	readonly #pointers = new Map<number, Point>();
	/** How far the pointer of a tap may have gone so far; a second finger ends it. */
	#gone = 0;

	constructor(meaning: Meaning) {
		this.#meaning = meaning;
	}

	pointOf(event: StageEvent): Point {
		const { left, top, width, height } = (event.currentTarget as Element).getBoundingClientRect();
		return { x: event.clientX - left - width / 2, y: event.clientY - top - height / 2 };
	}

	down = (event: PointerEvent): void => {
		if (event.button !== 0) return;
		(event.currentTarget as Element).setPointerCapture(event.pointerId);
		this.#pointers.set(event.pointerId, this.pointOf(event));
		this.#gone = this.#pointers.size === 1 ? 0 : Number.POSITIVE_INFINITY;
	};

	moved = (event: PointerEvent): void => {
		const before = this.#pointers.get(event.pointerId);
		if (!before) return;
		const now = this.pointOf(event);
		const other = [...this.#pointers].find(([id]) => id !== event.pointerId)?.[1];
		this.#pointers.set(event.pointerId, now);
		if (other) {
			const [from, to] = [between(before, other), between(now, other)];
			this.#meaning.pinch(difference(to, from), apart(now, other) / Math.max(1, apart(before, other)), to);
			return;
		}
		this.#gone += apart(before, now);
		if (this.#gone >= trembling) this.#meaning.move(difference(now, before));
	};

	up = (event: PointerEvent): void => {
		const last = this.#pointers.size === 1;
		if (!this.#pointers.delete(event.pointerId)) return;
		if (last && this.#gone < trembling) this.#meaning.tap(this.pointOf(event));
	};

	cancelled = (event: PointerEvent): void => {
		this.#pointers.delete(event.pointerId);
	};
}

function difference(a: Point, b: Point): Point {
	return { x: a.x - b.x, y: a.y - b.y };
}

function between(a: Point, b: Point): Point {
	return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}

function apart(a: Point, b: Point): number {
	return Math.hypot(a.x - b.x, a.y - b.y);
}
