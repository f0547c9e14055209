import { mix, type Rgb, toHex } from './colour.ts';
import { between, type Random } from './random.ts';

/** How a leaf is drawn: base at the origin, tip at (0, -length), in thousandths of the shorter side. */
export type LeafShape = (length: number, colour: Rgb, random: Random) => string;

const n = (value: number) => value.toFixed(1);
const path = (d: string, fill: string, rest = '') => `<path d="${d}" fill="${fill}" ${rest}/>`;
const stroke = (d: string, colour: string, width: number, opacity = 1) =>
	`<path d="${d}" fill="none" stroke="${colour}" stroke-width="${n(width)}" stroke-linecap="round" opacity="${opacity}"/>`;

const lighter = (colour: Rgb, by = 0.14) => toHex(mix(colour, [1, 1, 1], by));
const darker = (colour: Rgb, by = 0.22) => toHex(mix(colour, [0, 0, 0], by));

/** Pointed blade with a lit half and side veins. */
function blade(wide: number, belly: number, veins: number): LeafShape {
	return (length, colour, random) => {
		const w = length * wide * between(random, 0.9, 1.1);
		const bend = length * between(random, -0.06, 0.06);
		const tip = `${n(bend)} ${n(-length)}`;
		const right = `C${n(w)} ${n(-length * belly * 0.5)} ${n(w * 0.85)} ${n(-length * (belly + 0.32))} ${tip}`;
		const spine = `Q${n(bend * 0.1)} ${n(-length * 0.55)} 0 0`;
		const left = `C${n(-w * 0.85)} ${n(-length * (belly + 0.32))} ${n(-w)} ${n(-length * belly * 0.5)} 0 0`;
		let drawn = path(`M0 0${right}${left}Z`, toHex(colour)) + path(`M0 0${right}${spine}Z`, lighter(colour));
		const thin = Math.max(0.8, length * 0.009);
		for (let i = 1; i <= veins; i++) {
			const t = i / (veins + 1.2);
			const out = w * 0.47 * Math.sin(Math.PI * Math.min(1, t * 0.9 + 0.12)) ** 0.8;
			for (const side of [-1, 1]) {
				const y = -length * t;
				const x = bend * t * t;
				drawn += stroke(
					`M${n(x)} ${n(y)}Q${n(x + side * out * 0.5)} ${n(y - out * 0.3)} ${n(x + side * out)} ${n(y - out * 0.85)}`,
					darker(colour, 0.16),
					thin * 0.7,
					0.55,
				);
			}
		}
		return (
			drawn +
			stroke(
				`M0 0Q${n(bend * 0.1)} ${n(-length * 0.55)} ${n(bend * 0.97)} ${n(-length * 0.95)}`,
				darker(colour),
				thin,
				0.75,
			)
		);
	};
}

/** Round coin of a leaf, as eucalyptus has. */
const coin: LeafShape = (length, colour, random) => {
	const r = length * 0.5;
	const squash = between(random, 0.82, 1);
	const round = (rx: number) =>
		`M0 0C${n(-rx * 1.25)} ${n(-r * 0.15)} ${n(-rx * 1.25)} ${n(-r * 1.9)} 0 ${n(-r * 2)}C${n(rx * 1.25)} ${n(-r * 1.9)} ${n(rx * 1.25)} ${n(-r * 0.15)} 0 0Z`;
	const half = `M0 0C${n(r * squash * 1.25)} ${n(-r * 0.15)} ${n(r * squash * 1.25)} ${n(-r * 1.9)} 0 ${n(-r * 2)}Z`;
	return (
		path(round(r * squash), toHex(colour)) +
		path(half, lighter(colour, 0.1)) +
		stroke(`M0 0V${n(-r * 1.75)}`, darker(colour, 0.18), Math.max(1, length * 0.012), 0.6)
	);
};

/** Fan with a wavy rim and a notch: ginkgo. */
const fan: LeafShape = (length, colour, random) => {
	const spread = between(random, 0.95, 1.12);
	const points: string[] = [];
	const rim = 46;
	const phase = between(random, 0, 6);
	for (let i = 0; i <= rim; i++) {
		const t = i / rim;
		const angle = (t - 0.5) * 2 * spread;
		const notch = 0.3 * Math.exp(-(((t - 0.5) / 0.035) ** 2));
		const wave = 1 + 0.022 * Math.sin(t * 34 + phase) + 0.02 * Math.sin(t * 15 + phase * 2) - notch;
		const droop = 1 - 0.1 * (2 * t - 1) ** 2;
		points.push(
			`${n(Math.sin(angle) * length * wave * droop)} ${n(-Math.cos(angle) * length * wave * droop)}`,
		);
	}
	const hip = length * 0.3;
	const shape = `M0 0Q${n(-hip * 0.35)} ${n(-hip)} ${points[0]}L${points.slice(1).join('L')}Q${n(hip * 0.35)} ${n(-hip)} 0 0Z`;
	let drawn = path(shape, toHex(colour));
	for (let i = 0; i < 23; i++) {
		const angle = ((i + 0.5) / 23 - 0.5) * 2 * spread * 0.94;
		if (Math.abs(angle) < 0.06) continue;
		const reach = length * 0.88 * (1 - 0.1 * (angle / spread) ** 2);
		drawn += stroke(
			`M0 ${n(-length * 0.06)}Q${n(Math.sin(angle) * reach * 0.35)} ${n(-Math.cos(angle * 0.8) * reach * 0.5)} ${n(Math.sin(angle) * reach)} ${n(-Math.cos(angle) * reach)}`,
			i % 2 ? lighter(colour, 0.28) : darker(colour, 0.14),
			length * 0.006,
			0.5,
		);
	}
	return (
		drawn +
		stroke(
			`M0 0Q${n(length * 0.03)} ${n(length * 0.25)} ${n(-length * 0.04)} ${n(length * 0.48)}`,
			darker(colour, 0.12),
			length * 0.024,
		)
	);
};

/** Blades from one point: fan palm. */
const palm: LeafShape = (length, colour, random) => {
	let drawn = '';
	const blades = 17;
	const finger = blade(0.075, 0.3, 0);
	const order = Array.from({ length: blades }, (_, i) => i).sort(
		(a, b) => Math.abs(b - blades / 2) - Math.abs(a - blades / 2),
	);
	for (const i of order) {
		const t = i / (blades - 1) - 0.5;
		const tone = mix(colour, [0, 0, 0], 0.05 + 0.16 * Math.abs(t) * (i % 2));
		drawn += `<g transform="rotate(${n(t * 230)})">${finger(length * (1 - 0.34 * Math.abs(t) ** 1.4) * between(random, 0.95, 1.03), tone, random)}</g>`;
	}
	return (
		drawn +
		stroke(
			`M0 0Q${n(length * 0.04)} ${n(length * 0.5)} 0 ${n(length * 1.2)}`,
			darker(colour, 0.1),
			length * 0.026,
		)
	);
};

export const SHAPES = {
	broad: blade(0.36, 0.34, 5),
	lance: blade(0.19, 0.36, 0),
	needle: blade(0.11, 0.3, 0),
	coin,
	fan,
	palm,
} satisfies Record<string, LeafShape>;

/** The kind of leaf. */
export type LeafName = keyof typeof SHAPES;
