import './ph-phone.ts';
