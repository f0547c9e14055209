import { type ChosenPorts, choosePorts } from '@infinite-blob/launcher/choose-ports';
import { embeddedRedis, furtherPorts, mailCatcher, services } from '@infinite-blob/launcher/services';

/** A port for each part of the shop, by the setting's name: free a moment ago, all different. */
export async function freePorts(): Promise<ChosenPorts> {
	const own = [embeddedRedis, mailCatcher, ...services].map(({ port }) => port);
	const wanted = [...own, ...furtherPorts].map(([setting]) => [setting, 0] as const);
	for (;;) {
		const chosen = await choosePorts(wanted, {}, '127.0.0.1');
		if (new Set(Object.values(chosen.ports)).size === wanted.length) return chosen;
	}
}

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
	const { ports } = await choosePorts([['PORT', 0]], {}, '127.0.0.1');
	return ports.PORT!;
}
