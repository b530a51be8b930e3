/** Words that make a poor pin: what is tried first by whoever guesses (ASVS 6.1.2). */

function listed(lines: readonly string[]): ReadonlySet<string> {
  return new Set(lines.join(',').split(','));
}

/** What people type without thinking, in digits and letters; also what stands on a keyboard in a row. */
export const wornPins: ReadonlySet<string> = listed([
  '0852,1357,2468,1397,2580,147258,159357,159753,147852,147258369,741852963,789456,456789',
  '321654,654321,123654,112233,11223344,223344,5201314,1314520,1314521,520131,201314,521521',
  '168168,888168,007007,102030,010203,123qwe,1q2w3e,1q2w3e4r,1q2w3e4r5t,1qaz2wsx,1qazxsw2',
  'qazwsx,qazwsxedc,qwe123,qweasd,qweasdzxc,qwer1234,asd123,asdf1234,zxc123,zaq12wsx,a123456',
  'a12345678,aa123456,abc123,abcd1234,123abc,123123a,123456a,123456aa,12345678a,1234qwer',
  'q1w2e3r4,pa55word,passw0rd,p@ssw0rd,p@ssword,trustno1,ncc1701,changeme,letmein,default',
]);

/** The house’s own words, and those that people use everywhere; alone or with digits behind. */
export const wornWords: ReadonlySet<string> = listed([
  'paihao,queue,ticket,counter,clerk,supervisor,manager,display,kiosk,hall,service,window',
  'staff,office,admin,administrator,root,user,guest,test,demo,training,password,passwort',
  'passcode,pincode,secret,mima,login,welcome,hello,hallo,qwerty,qwertz,azerty,asdf,asdfgh',
  'asdfghjkl,zxcv,zxcvbn,zxcvbnm,qwertyuiop,iloveyou,woaini,woaiwo,nihao,nihaoma,xiaoming',
  'wangwei,monkey,dragon,football,baseball,basketball,soccer,hockey,sunshine,princess,master',
  'shadow,superman,batman,michael,jordan,jessica,jennifer,charlie,daniel,thomas,robert,andrew',
  'joshua,ashley,nicole,matthew,hunter,killer,pepper,ginger,cookie,summer,winter,spring,autumn',
  'flower,purple,orange,banana,cheese,chocolate,computer,internet,samsung,google,freedom',
  'whatever,starwars,pokemon,naruto,liverpool,chelsea,arsenal,barcelona,mustang,ferrari',
  'porsche,harley,yamaha,mercedes,diamond,golden,silver,phoenix,tigger,lovely,lover,love,angel',
  'babygirl,family,forever,friends,mother,father,sister,brother,排号,密码,窗口,主管,营业厅,我爱你,你好',
]);
