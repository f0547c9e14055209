import { readConfig } from './config.ts';

if (readConfig().SMTP_URL) console.log('mail-catcher: not needed, SMTP_URL says where mail goes');
else await import('./main.ts');
