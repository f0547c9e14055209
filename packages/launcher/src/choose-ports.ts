import { createServer } from 'node:net';
import { SettingsError } from '@infinite-blob/config/settings';

/** A port that was taken, and where its service went instead. */
export interface MovedPort {
	setting: string;
	from: number;
	to: number;
}

export interface ChosenPorts {
	/** By the setting's name. */
	ports: Record<string, number>;
	moved: MovedPort[];
}

/**
 * Finds a free port for each setting: one that is not set may move when its default is taken, one that is set may not.
 *
 * @throws SettingsError naming every port that is set and taken, or a host that cannot be listened on
 */
export async function choosePorts(
	wanted: readonly (readonly [setting: string, byDefault: number])[],
	environment: Record<string, string | undefined>,
	host: string,
): Promise<ChosenPorts> {
	const ports: Record<string, number> = {};
	const moved: MovedPort[] = [];
	const problems: string[] = [];
	for (const [setting, byDefault] of wanted) {
		const given = environment[setting];
		const port = given ? Number(given) : byDefault;
		if (!Number.isInteger(port) || port < 0 || port > 65535) {
			problems.push(`${setting} must be a port from 0 to 65535`);
			continue;
		}
		const used = Object.values(ports);
		const free = !used.includes(port) && (await listenOnce(port, host));
		if (free) ports[setting] = free;
		else if (given) problems.push(`${setting}: port ${port} is taken or not allowed`);
		else {
			const other = await freePort(used, host);
			ports[setting] = other;
			moved.push({ setting, from: port, to: other });
		}
	}
	if (problems.length > 0) throw new SettingsError(`${problems.join('; ')}.`);
	return { ports, moved };
}

async function freePort(used: number[], host: string): Promise<number> {
	for (;;) {
		const port = await listenOnce(0, host);
		if (port && !used.includes(port)) return port;
	}
}

/** The port, if it could be listened on just now. */
function listenOnce(port: number, host: string): Promise<number | undefined> {
	return new Promise((resolve, reject) => {
		const server = createServer();
		server.once('error', ({ code }: NodeJS.ErrnoException) => {
			if (code === 'EADDRINUSE' || code === 'EACCES') resolve(undefined);
			else reject(new SettingsError(`HOST: ${host} is no address of this machine (${code}).`));
		});
		server.listen(port, host, () => {
			const address = server.address();
			server.close(() => resolve(typeof address === 'object' ? address?.port : undefined));
		});
	});
}
