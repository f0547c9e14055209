import { runService } from '@infinite-blob/service/run-service';
import { readConfig } from './config.ts';
import { startMailCatcher } from './start-mail-catcher.ts';

await runService('mail-catcher', (logger) => {
	const config = readConfig();
	return startMailCatcher({
		host: config.HOST,
		smtpPort: config.MAIL_SMTP_PORT,
		uiPort: config.MAIL_UI_PORT,
		folder: config.MAIL_DIR,
		logger,
	});
});
