import { colors } from './colors.ts';

/** A moment for an operator: UTC, to the second. */
export function moment(at: number): string {
	return new Date(at).toISOString().slice(0, 19).replace('T', ' ');
}

/** A moment to the millisecond, to see what followed what. */
export function exactMoment(at: number): string {
	return new Date(at).toISOString().slice(0, 23).replace('T', ' ');
}

/** A length of time, to its two largest units: 45 s, 3 min 20 s, 2 d 4 h. */
export function duration(seconds: number): string {
	const units: [name: string, seconds: number][] = [
		['d', 86_400],
		['h', 3_600],
		['min', 60],
		['s', 1],
	];
	let rest = Math.floor(seconds);
	const parts = units.flatMap(([name, size]) => {
		const count = Math.floor(rest / size);
		rest -= count * size;
		return count > 0 ? [`${count} ${name}`] : [];
	});
	return parts.slice(0, 2).join(' ') || '0 s';
}

/** A figure that should be 0. */
export function trouble(count: number): string {
	return count === 0 ? '0' : colors.yellow(String(count));
}

const statusColors: Record<string, (text: string) => string> = {
	COMPLETED: colors.green,
	DECLINED: colors.yellow,
	CANCELLED: colors.yellow,
	REFUNDED: colors.yellow,
};

/** An order's status, in the colour of how well it went. */
export function status(name: string): string {
	return (statusColors[name] ?? colors.cyan)(name);
}
