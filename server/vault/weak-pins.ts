/**
 * Pins that are tried first by whoever guesses (ASVS 6.2.4, 6.2.11): refused where somebody gives or
 * chooses one. By form, so that a short pin is judged as well as a long one, and by word.
 */

/** What people type without thinking, in digits and letters; also what stands on a keyboard in a row. */
const worn: ReadonlySet<string> = new Set(
  `0852 1357 2468 1397 2580 147258 159357 159753 147852 147258369 741852963 789456 456789 321654
  654321 123654 112233 11223344 223344 5201314 1314520 1314521 520131 201314 521521 168168 888168
  007007 102030 010203 123qwe 1q2w3e 1q2w3e4r 1q2w3e4r5t 1qaz2wsx 1qazxsw2 qazwsx qazwsxedc qwe123
  qweasd qweasdzxc qwer1234 asd123 asdf1234 zxc123 zaq12wsx a123456 a12345678 aa123456 abc123 abcd1234
  123abc 123123a 123456a 123456aa 12345678a 1234qwer q1w2e3r4 pa55word passw0rd p@ssw0rd p@ssword
  trustno1 ncc1701 changeme letmein default`.split(/\s+/),
);

/** The house’s own words, and the words of the list of worn ones, alone or with digits behind. */
const words: ReadonlySet<string> = new Set(
  `paihao queue ticket counter clerk supervisor manager display kiosk hall service window staff office
  admin administrator root user guest test demo training password passwort passcode pincode secret
  mima login welcome hello hallo qwerty qwertz azerty asdf asdfgh asdfghjkl zxcv zxcvbn zxcvbnm qwertyuiop
  iloveyou woaini woaiwo nihao nihaoma xiaoming wangwei monkey dragon football baseball basketball soccer
  hockey sunshine princess master shadow superman batman michael jordan jessica jennifer charlie daniel
  thomas robert andrew joshua ashley nicole matthew hunter killer pepper ginger cookie summer winter
  spring autumn flower purple orange banana cheese chocolate computer internet samsung google freedom
  whatever starwars pokemon naruto liverpool chelsea arsenal barcelona mustang ferrari porsche harley
  yamaha mercedes diamond golden silver phoenix tigger lovely lover love angel babygirl family forever
  friends mother father sister brother 排号 密码 窗口 主管 营业厅 我爱你 你好`.split(/\s+/),
);

const rows = ['01234567890', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

/**
 * @param pin as it was typed
 * @param own what an outsider knows of its owner: the badge, the hall's id
 */
export function isWeakPin(pin: string, own: readonly string[]): boolean {
  const bare = pin.normalize('NFKC').toLowerCase();
  const letters = bare.replace(/[\s\d_.!@#*+-]+/g, '');
  return (
    /^(.{1,3})\1+$/u.test(bare) ||
    isRun(bare) ||
    isDate(bare) ||
    worn.has(bare) ||
    words.has(bare) ||
    words.has(letters) ||
    own.some((known) => known.length >= 3 && bare.includes(known.toLowerCase())) ||
    own.some((known) => known.length >= 3 && bare.includes(reversed(known.toLowerCase())))
  );
}

/** `345678`, `987654`, `qwerty`: steps along a row, forwards or back. */
function isRun(text: string): boolean {
  return rows.some((row) => row.includes(text) || row.includes(reversed(text)));
}

/** A year by itself, or a day with its year: birthdays. */
function isDate(text: string): boolean {
  const year = '(?:19|20)\\d\\d';
  const day = '(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])';
  const turned = '(?:0[1-9]|[12]\\d|3[01])(?:0[1-9]|1[0-2])';
  const short = `\\d\\d${day}`;
  return new RegExp(`^(?:${year}|${year}${day}|${day}${year}|${turned}${year}|${short})$`).test(
    text,
  );
}

function reversed(text: string): string {
  return Array.from(text).reverse().join('');
}
