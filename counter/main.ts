import './theme.ts';
import './counter-page.ts';
