const finText = 0x81;
const mediumMark = 126;
const longMark = 127;
const mediumMax = 0xffff;

/**
 * A whole text message as one unmasked WebSocket frame, as a server sends it (RFC 6455, 5.2): FIN and
 * opcode, the length in 7, 7 + 16 or 7 + 64 bits, and the text in UTF-8.
 */
export function textFrame(text: string): Buffer {
  const length = Buffer.byteLength(text);
  const headLength = length < mediumMark ? 2 : length <= mediumMax ? 4 : 10;
  const frame = Buffer.allocUnsafeSlow(headLength + length);
  frame[0] = finText;
  if (headLength === 2) frame[1] = length;
  else if (headLength === 4) {
    frame[1] = mediumMark;
    frame.writeUInt16BE(length, 2);
  } else {
    frame[1] = longMark;
    frame.writeBigUInt64BE(BigInt(length), 2);
  }
  frame.write(text, headLength);
  return frame;
}
