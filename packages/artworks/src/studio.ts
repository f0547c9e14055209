import type { Sharp } from 'sharp';
import { blend, type Rgb, smoothstep } from './colour.ts';
import { hit, lit, normalAt, openness, type Solid } from './march.ts';
import { extent, type Frame, paint } from './raster.ts';
import { reflection } from './softboxes.ts';
import { along, cross, dot, unit, type Vector } from './vector.ts';

/** The room: a floor that sweeps up into a wall, one large lamp from the left, and the camera. */
export interface Studio {
	wall: Rgb;
	floor: Rgb;
	/** World height in the middle of the picture. */
	aim: number;
	/** World units across the shorter side. */
	view: number;
	/** Camera height above the floor. */
	eye?: number;
	/** Window panes thrown on the wall instead of even light. */
	window?: boolean;
	/** Hardness of shadows; larger is harder. */
	hardness?: number;
}

const LAMP: Vector = [-3.4, 5, 4.2];
const WALL = -1.5;
const DISTANCE = 7;
const LIGHT = unit(LAMP);
const LIGHT_RIGHT = unit(cross([0, 1, 0], LIGHT));
const LIGHT_UP = cross(LIGHT, LIGHT_RIGHT);

/** Two columns of three panes, soft at the edges, seen along the light. */
function panes(at: Vector): number {
	const a = dot(at, LIGHT_RIGHT) + dot(at, LIGHT_UP) * 0.12;
	const b = dot(at, LIGHT_UP);
	const bar = (x: number, from: number, to: number) =>
		smoothstep(from - 0.05, from + 0.05, x) * smoothstep(to + 0.05, to - 0.05, x);
	const columns = bar(a, -0.95, -0.07) + bar(a, 0.07, 0.95);
	const rows = bar(b, -0.75, 0.15) + bar(b, 0.29, 1.19) + bar(b, 1.33, 2.4);
	return 0.4 + 0.8 * columns * rows;
}

function lamp(solid: Solid, studio: Studio, at: Vector, normal: Vector): number {
	const toLamp: Vector = [LAMP[0] - at[0], LAMP[1] - at[1], LAMP[2] - at[2]];
	const far = Math.hypot(...toLamp);
	const towards: Vector = [toLamp[0] / far, toLamp[1] / far, toLamp[2] / far];
	// Wrapped a little: the lamp is large.
	const facing = Math.max(0, (dot(normal, towards) + 0.18) / 1.18);
	if (facing === 0) return 0;
	const falloff = 56 / (far * far + 4);
	const from = along(at, normal, 0.004);
	const shade = lit(solid, from, towards, studio.hardness ?? 7);
	return facing * falloff * shade * (studio.window ? panes(at) : 1);
}

function room(solid: Solid, studio: Studio, eye: Vector, direction: Vector): Rgb {
	const toFloor = direction[1] < 0 ? -eye[1] / direction[1] : Number.POSITIVE_INFINITY;
	const toWall = (WALL - eye[2]) / direction[2];
	const onFloor = toFloor < toWall;
	const at = along(eye, direction, onFloor ? toFloor : toWall);
	// The sweep between floor and wall has no edge.
	const lift = onFloor ? 0.5 * smoothstep(WALL + 1.1, WALL, at[2]) : 0.5 + 0.5 * smoothstep(0, 0.9, at[1]);
	const normal = unit([0, 1 - lift, lift]);
	const paintwork = blend(studio.floor, studio.wall, lift);
	const key = lamp(solid, studio, at, normal);
	const open = onFloor ? openness(solid, at, [0, 1, 0]) : 1;
	const light = 0.34 * open + 0.86 * key;
	return [paintwork[0] * light * 1.015, paintwork[1] * light, paintwork[2] * light * 0.985];
}

function body(solid: Solid, studio: Studio, eye: Vector, at: Vector): Rgb {
	const normal = normalAt(solid, at);
	const toEye = unit([eye[0] - at[0], eye[1] - at[1], eye[2] - at[2]]);
	const { colour, gloss, metal, sheen } = solid.surface(at, normal, toEye);
	const key = lamp(solid, studio, at, normal);
	const open = openness(solid, at, normal);
	const facing = Math.max(0, dot(normal, toEye));
	const fresnel = (metal ? 0.75 : 0.035) + (metal ? 0.25 : 0.75) * gloss * (1 - facing) ** 4.5;
	const bounced: Vector = [
		2 * facing * normal[0] - toEye[0],
		2 * facing * normal[1] - toEye[1],
		2 * facing * normal[2] - toEye[2],
	];
	const mirror = reflection(bounced, studio, gloss);
	const up = 0.5 + 0.5 * normal[1];
	const shine = fresnel * (0.35 + 0.65 * open);
	const rim = sheen ? (1 - facing) ** 2.2 : 0;
	const channel = (c: 0 | 1 | 2) => {
		const fill = (0.2 + 0.22 * up) * open + (1 - up) * 0.2 * open * studio.floor[c];
		const diffuse = colour[c] * (fill + 1.02 * key) * (metal ? 0.25 : 1 - shine * 0.6);
		return diffuse + mirror[c] * shine * (metal ? colour[c] * 1.4 : 1) + (sheen ? sheen[c] * rim * open : 0);
	};
	return [channel(0), channel(1), channel(2)];
}

/** Keeps highlights from clipping hard. */
const shoulder = (c: number) => (c < 0.7 ? c : 0.7 + 0.3 * (1 - Math.exp(-(c - 0.7) / 0.3)));

/** Photographs a solid. */
export function photograph(solid: Solid, studio: Studio, frame: Frame): Sharp {
	const { wide, high } = extent(frame);
	const eye: Vector = [0, studio.eye ?? studio.aim + 1.1, DISTANCE];
	const forward = unit([0, studio.aim - eye[1], -eye[2]]);
	const right: Vector = [1, 0, 0];
	const up = cross(right, forward);
	const zoom = studio.view / Math.hypot(DISTANCE, eye[1] - studio.aim);
	return paint(frame, (u, v) => {
		const x = (u - wide / 2) * zoom;
		const y = (high / 2 - v) * zoom;
		const direction = unit([
			forward[0] + x * right[0] + y * up[0],
			forward[1] + y * up[1],
			forward[2] + y * up[2],
		]);
		const t = hit(solid, eye, direction);
		const light =
			t === undefined
				? room(solid, studio, eye, direction)
				: body(solid, studio, eye, along(eye, direction, t));
		const corner = 1 - 0.16 * ((u / wide - 0.5) ** 2 + (v / high - 0.5) ** 2);
		return [shoulder(light[0] * corner), shoulder(light[1] * corner), shoulder(light[2] * corner)];
	});
}
