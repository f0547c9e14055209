const simple = [
	[1, 1],
	[5, 4],
	[4, 3],
	[7, 5],
	[3, 2],
	[16, 10],
	[16, 9],
	[2, 1],
] as const;

/** A picture's shape in words, such as “Portrait format, 4:5”; only the words where the sides are in no simple ratio. */
export function shapeOf({ width, height }: { width: number; height: number }): string {
	const ratio = Math.max(width, height) / Math.min(width, height);
	const named = simple.find(([long, short]) => Math.abs(ratio / (long / short) - 1) < 0.01);
	if (named?.[0] === 1) return 'Square format';
	const word = width > height ? 'Landscape format' : 'Portrait format';
	if (!named) return word;
	return `${word}, ${width > height ? `${named[0]}:${named[1]}` : `${named[1]}:${named[0]}`}`;
}
