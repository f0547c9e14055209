const CELLS = 220;
const AROUND = 0.9;
const STEPS = 160;

/**
 * Distance, in world units, to a turned solid of the given radius over 0..height, looked up from a grid of its half
 * section. Exact far away, where a distance guessed from the nearest radius would blur shadows into blocks.
 */
export function silhouette(
	radius: (y: number) => number,
	height: number,
	widest: number,
): (reach: number, y: number) => number {
	const outline = Array.from({ length: STEPS + 1 }, (_, i) => {
		const y = (i / STEPS) * height;
		return [radius(y), y] as const;
	});
	const edge = [[0, 0] as const, ...outline, [0, height] as const];
	const bottom = -AROUND;
	const across = (widest + AROUND) / CELLS;
	const upward = (height + 2 * AROUND) / CELLS;
	const table = new Float32Array((CELLS + 1) ** 2);
	for (let row = 0; row <= CELLS; row++) {
		for (let column = 0; column <= CELLS; column++) {
			const [x, y] = [column * across, bottom + row * upward];
			const inside = y > 0 && y < height && x < radius(y);
			table[row * (CELLS + 1) + column] = toEdge(edge, x, y) * (inside ? -1 : 1);
		}
	}
	return (reach, y) => {
		const a = Math.min(CELLS - 0.001, reach / across);
		const b = Math.min(CELLS - 0.001, Math.max(0, (y - bottom) / upward));
		const [i, j] = [Math.floor(a), Math.floor(b)];
		const [f, g] = [a - i, b - j];
		const at = j * (CELLS + 1) + i;
		const low = table[at]! + (table[at + 1]! - table[at]!) * f;
		const high = table[at + CELLS + 1]! + (table[at + CELLS + 2]! - table[at + CELLS + 1]!) * f;
		return low + (high - low) * g;
	};
}

function toEdge(edge: readonly (readonly [number, number])[], x: number, y: number): number {
	let nearest = Number.POSITIVE_INFINITY;
	for (let i = 0; i < edge.length - 1; i++) {
		const [ax, ay] = edge[i]!;
		const [bx, by] = edge[i + 1]!;
		const [dx, dy] = [bx - ax, by - ay];
		const t = Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1)));
		const d = (x - ax - dx * t) ** 2 + (y - ay - dy * t) ** 2;
		if (d < nearest) nearest = d;
	}
	return Math.sqrt(nearest);
}
