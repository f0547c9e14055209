import type { Command } from '../../engine/command.ts';
import { VERSION } from '../../engine/identity.ts';
import { verbatim } from '../../protocol/reply.ts';

/** JSON and Search as clients look for them, in the versions whose answers are given. */
const MODULES = [
	'name=ReJSON,ver=20800,api=1,filters=0,usedby=[search],using=[],options=[]',
	'name=search,ver=21000,api=1,filters=0,usedby=[],using=[ReJSON],options=[]',
];

export const command: Command = {
	name: 'INFO',
	arity: -1,
	run(args, client) {
		const { engine, db } = client;
		const blocked = [...engine.clients.values()].filter((each) => each.unblock).length;
		const sections: Record<string, Record<string, string | number | string[]>> = {
			Server: {
				redis_version: VERSION,
				redis_mode: 'standalone',
				engine: 'redis-embedded',
				process_id: process.pid,
				tcp_port: engine.port,
				uptime_in_seconds: Math.floor((db.now - engine.startedAt) / 1000),
			},
			Clients: { connected_clients: engine.clients.size, blocked_clients: blocked },
			Memory: {
				used_memory: engine.memory.used,
				used_memory_rss: process.memoryUsage.rss(),
				maxmemory: engine.memory.limit,
				maxmemory_policy: 'noeviction',
			},
			Persistence: { loading: 0 },
			Stats: {
				total_connections_received: engine.connectionsReceived,
				total_commands_processed: engine.commandsProcessed,
				pubsub_channels: engine.pubsub.channels.size,
				pubsub_patterns: engine.pubsub.patterns.size,
			},
			Replication: { role: 'master', connected_slaves: 0 },
			Modules: { module: MODULES },
			Cluster: { cluster_enabled: 0 },
			Keyspace:
				db.entries.size > 0
					? { db0: `keys=${db.entries.size},expires=${db.expiring.size},avg_ttl=0,subexpiry=0` }
					: {},
		};
		const wanted = args.slice(1).map((name) => name.toLowerCase());
		const all = wanted.length === 0 || wanted.some((name) => ['all', 'default', 'everything'].includes(name));
		const text = Object.entries(sections)
			.filter(([title]) => all || wanted.includes(title.toLowerCase()))
			.map(([title, lines]) => {
				const body = Object.entries(lines).flatMap(([key, value]) =>
					[value].flat().map((each) => `${key}:${each}\r\n`),
				);
				return `# ${title}\r\n${body.join('')}`;
			});
		return verbatim(client, text.join('\r\n'));
	},
};
