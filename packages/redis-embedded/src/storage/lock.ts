import { StorageError } from './storage.ts';

const BUSY = 5;

/**
 * Takes a folder for this process until `close`, or until the process dies however it dies: Node has no file locks
 * but SQLite's. Throws a StorageError while another process has it.
 */
export function lockFolder(dir: string): { close(): void } {
	const database = new (sqlite().DatabaseSync)(`${dir}/lock`);
	try {
		database.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
		return database;
	} catch (cause) {
		database.close();
		if ((cause as { errcode?: number }).errcode !== BUSY) throw cause;
		throw new StorageError(`${dir} is in use by another process; stop that one or choose another folder`);
	}
}

/** The built-in module, without its warning of being experimental. */
function sqlite(): typeof import('node:sqlite') {
	const { emitWarning } = process;
	process.emitWarning = () => {};
	try {
		return process.getBuiltinModule('node:sqlite');
	} finally {
		process.emitWarning = emitWarning;
	}
}
