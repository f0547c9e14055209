// Loaded before each command of a pipe: it ends with whoever started it, however that ended, and waits for nobody else.
process.once('disconnect', () => process.exit(1));
process.channel?.unref();
