import './ph-phone.ts';
// The customer's phone: /t/{ticket}
