import { type Rgb, smoothstep } from './colour.ts';
import { cross, dot, unit, type Vector } from './vector.ts';

interface Softbox {
	towards: Vector;
	across: Vector;
	upward: Vector;
	width: number;
	height: number;
	power: number;
}

function softbox(towards: Vector, width: number, height: number, power: number): Softbox {
	const direction = unit(towards);
	const across = unit(cross([0, 1, 0], direction));
	return { towards: direction, across, upward: cross(direction, across), width, height, power };
}

const BOXES = [softbox([-0.78, 0.42, 0.62], 0.24, 0.62, 11), softbox([0.92, 0.3, 0.34], 0.1, 0.7, 3.5)];

/** What a shiny surface sees in a direction: the softboxes, and the room around them. */
export function reflection(direction: Vector, room: { wall: Rgb; floor: Rgb }, gloss: number): Rgb {
	const blur = 0.04 + (1 - gloss) * 0.55;
	let light = 0;
	for (const box of BOXES) {
		const front = dot(direction, box.towards);
		if (front <= 0.05) continue;
		const a = Math.abs(dot(direction, box.across) / front);
		const b = Math.abs(dot(direction, box.upward) / front);
		const inside =
			smoothstep(box.width + blur, box.width - blur, a) * smoothstep(box.height + blur, box.height - blur, b);
		light += box.power * inside * (0.25 + 0.75 * gloss);
	}
	const sky = smoothstep(-0.25, 0.25, direction[1]);
	const above = 0.55 + 0.5 * smoothstep(0.3, 1, direction[1]);
	const channel = (c: 0 | 1 | 2) => light + room.floor[c] * 0.75 * (1 - sky) + room.wall[c] * above * sky;
	return [channel(0), channel(1), channel(2)];
}
