import { createSentFileReader } from './src/adapters/files/read-sent-file.ts'
import { readFileBytes } from './src/adapters/files/read-file.ts'
import writeXlsx from 'write-excel-file/node'
import { deflateRawSync, crc32 } from 'node:zlib'
import iconv from 'iconv-lite'
const read=createSentFileReader()
const win={from:'2025-08-01',to:'2028-07-31',seriesTo:'2027-07-31'}
const t=async(name,bytes)=>{const s=performance.now(); const r=await read({name,bytes:new Uint8Array(bytes)},win); const j=JSON.stringify(r); console.log(name,bytes.length,Math.round(performance.now()-s)+'ms', j.slice(0,600), 'rss',Math.round(process.memoryUsage().rss/1e6))}
// big ics
let big='BEGIN:VCALENDAR\r\nVERSION:2.0\r\n'
for(let i=0;big.length<10*1024*1024;i++){ const y=2000+(i%60); big+=`BEGIN:VEVENT\r\nUID:${i}@x\r\nDTSTAMP:20200101T000000Z\r\nDTSTART;VALUE=DATE:${y}${String(i%12+1).padStart(2,'0')}05\r\nSUMMARY:Su kien so ${i} ${'x'.repeat(60)}\r\n ${'y'.repeat(60)}\r\nDESCRIPTION:${'lorem ipsum '.repeat(4)}\r\nEND:VEVENT\r\n`}
big+='END:VCALENDAR\r\n'
await t('big.ics',Buffer.from(big))
const ev=(b)=>Buffer.from('BEGIN:VCALENDAR\nVERSION:2.0\n'+b+'END:VCALENDAR\n')
await t('rr.ics',ev('BEGIN:VEVENT\nUID:a\nDTSTART;TZID=SE Asia Standard Time:20260907T073000\nDTEND;TZID=SE Asia Standard Time:20260907T080000\nRRULE:FREQ=WEEKLY\nSUMMARY:Chao co\nEND:VEVENT\n'))
await t('sec.ics',ev('BEGIN:VEVENT\nUID:a\nDTSTART:19000101T000000Z\nRRULE:FREQ=SECONDLY\nSUMMARY:S\nEND:VEVENT\nBEGIN:VEVENT\nUID:b\nDTSTART;VALUE=DATE:19000101\nRRULE:FREQ=DAILY\nSUMMARY:D\nEND:VEVENT\nBEGIN:VEVENT\nUID:b\nDTSTART;VALUE=DATE:99990101\nSUMMARY:D\nEND:VEVENT\nBEGIN:VEVENT\nUID:c\nDTSTART;TZID=Moon/Base:20261005T080000\nSUMMARY:Zone\nEND:VEVENT\nBEGIN:VEVENT\nDTSTART:garbage\nSUMMARY:G\nEND:VEVENT\nBEGIN:VEVENT\nUID:d\nDTSTART;TZID=America/New_York:20261005T200000\nSUMMARY:NY\nEND:VEVENT\nBEGIN:VEVENT\nUID:e\nSUMMARY:cut\n'))
const x=await writeXlsx([[{value:'KẾ HOẠCH NĂM HỌC 2026-2027'}],[{value:'Ngày'},{value:'Nội dung'},{value:'Dành cho'}],[{value:'5/9',rowSpan:2},{value:'Khai giảng'},{value:'Toàn trường'}],[null,{value:'Họp phụ huynh'},{value:'A1'}],[{value:new Date(Date.UTC(2026,9,15)),format:'dd/mm/yyyy'},{value:'Cân đo'}],[{value:'ngày 5 tháng 10'},{value:'x'}],[{type:'Formula',value:'=A1+1'},{value:'formula'}]]).toBuffer()
await t('a.xlsx',x)
// million empty rows
function zip(files){let off=0;const parts=[],dir=[];for(const [name,data] of files){const d=Buffer.from(data),c=deflateRawSync(d,{level:1}),n=Buffer.from(name);const h=Buffer.alloc(30);h.writeUInt32LE(0x04034b50,0);h.writeUInt16LE(20,4);h.writeUInt16LE(8,8);h.writeUInt32LE(crc32(d),14);h.writeUInt32LE(c.length,18);h.writeUInt32LE(d.length,22);h.writeUInt16LE(n.length,26);const e=Buffer.alloc(46);e.writeUInt32LE(0x02014b50,0);e.writeUInt16LE(20,4);e.writeUInt16LE(20,6);e.writeUInt16LE(8,10);e.writeUInt32LE(crc32(d),16);e.writeUInt32LE(c.length,20);e.writeUInt32LE(d.length,24);e.writeUInt16LE(n.length,28);e.writeUInt32LE(off,42);parts.push(h,n,c);dir.push(e,n);off+=30+n.length+c.length}
const dl=dir.reduce((s,b)=>s+b.length,0);const end=Buffer.alloc(22);end.writeUInt32LE(0x06054b50,0);end.writeUInt16LE(files.length,8);end.writeUInt16LE(files.length,10);end.writeUInt32LE(dl,12);end.writeUInt32LE(off,16);return Buffer.concat([...parts,...dir,end])}
const wb=(sheet)=>zip([['[Content_Types].xml','<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'],['_rels/.rels','<Relationships/>'],['xl/workbook.xml','<workbook xmlns:r="r"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>'],['xl/_rels/workbook.xml.rels','<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'],['xl/worksheets/sheet1.xml',sheet]])
const cell=(a,v)=>`<c r="${a}" t="inlineStr"><is><t>${v}</t></is></c>`
let rows=`<row r="1">${cell('A1','Ngày')}${cell('B1','Nội dung')}</row><row r="2">${cell('A2','5/9')}${cell('B2','Khai giảng')}</row>`
let m='';for(let i=3;i<=1000000;i++)m+=`<row r="${i}"/>`
await t('million.xlsx',wb(`<worksheet><sheetData>${rows}${m}</sheetData></worksheet>`))
m='';for(let i=3;i<=1000000;i++)m+=`<row r="${i}" spans="1:3"><c r="A${i}" s="0"/></row>`
await t('million-styled.xlsx',wb(`<worksheet><sheetData>${rows}${m}</sheetData></worksheet>`))
await t('sparse.xlsx',wb(`<worksheet><sheetData>${rows}<row r="1048576">${cell('A1048576','6/9')}${cell('B1048576','cuối')}</row></sheetData></worksheet>`))
await t('err.xlsx',wb(`<worksheet><sheetData>${rows}<row r="3"><c r="A3" t="e"><f>1/0</f><v>#DIV/0!</v></c>${cell('B3','loi')}</row><row r="4"><c r="A4"><f>A2+1</f></c>${cell('B4','formula no value')}</row></sheetData></worksheet>`))
await t('bomb.xlsx',wb(`<worksheet><sheetData>${' '.repeat(200e6)}</sheetData></worksheet>`))
await t('zip.xlsx',zip([['a.txt','hello']]))
const csv='Ngày;Nội dung;Địa điểm\r\n05/9;Khai giảng năm học mới;Sân trường\r\n12/10;"Họp phụ huynh\ndòng 2";Lớp A1\r\n'
await t('u8.csv',Buffer.from(csv)); await t('u16.csv',iconv.encode(csv,'utf-16le',{addBOM:true})); await t('u16be.csv',iconv.encode(csv,'utf-16be'))
console.log(iconv.encode(csv,'windows-1258').toString('latin1').slice(0,80))
const dec=csv.normalize('NFC').replace(/[ảạấầẩẫậắằẳẵặẻẽẹếềểễệỉĩịỏọốồổỗộớờởỡợủũụứừửữựỳýỷỹỵáàãéèíìóòõúùđ]/gu,c=>c)
await t('1258.csv',iconv.encode(csv.normalize('NFD')
.replace(/([aAeEoO])([\u0300-\u0323]*)\u0302/g,(_,c,m)=>({a:'â',A:'Â',e:'ê',E:'Ê',o:'ô',O:'Ô'})[c]+m).replace(/([aA])([\u0300-\u0323]*)\u0306/g,(_,c,m)=>({a:"ă",A:"Ă"})[c]+m).replace(/([oOuU])([\u0300-\u0323]*)\u031b/g,(_,c,m)=>({o:"ơ",O:"Ơ",u:"ư",U:"Ư"})[c]+m),'windows-1258'))
await t('tcvn.csv',iconv.encode(csv,'tcvn'))
await t('bin.csv',Buffer.from(Array.from({length:4000},(_,i)=>(i*7919)%256)))
