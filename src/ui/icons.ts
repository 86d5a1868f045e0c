import accessibility from 'lucide-static/icons/accessibility.svg?raw';
import arrowRight from 'lucide-static/icons/arrow-right.svg?raw';
import book from 'lucide-static/icons/book-open.svg?raw';
import briefcase from 'lucide-static/icons/briefcase-business.svg?raw';
import building from 'lucide-static/icons/building-2.svg?raw';
import calendar from 'lucide-static/icons/calendar-days.svg?raw';
import camera from 'lucide-static/icons/camera.svg?raw';
import check from 'lucide-static/icons/circle-check.svg?raw';
import clock from 'lucide-static/icons/clock.svg?raw';
import download from 'lucide-static/icons/download.svg?raw';
import euro from 'lucide-static/icons/euro.svg?raw';
import external from 'lucide-static/icons/external-link.svg?raw';
import eye from 'lucide-static/icons/eye.svg?raw';
import factory from 'lucide-static/icons/factory.svg?raw';
import file from 'lucide-static/icons/file-text.svg?raw';
import globe from 'lucide-static/icons/globe.svg?raw';
import graduation from 'lucide-static/icons/graduation-cap.svg?raw';
import handshake from 'lucide-static/icons/handshake.svg?raw';
import hourglass from 'lucide-static/icons/hourglass.svg?raw';
import house from 'lucide-static/icons/house.svg?raw';
import image from 'lucide-static/icons/image.svg?raw';
import info from 'lucide-static/icons/info.svg?raw';
import landmark from 'lucide-static/icons/landmark.svg?raw';
import lightbulb from 'lucide-static/icons/lightbulb.svg?raw';
import locate from 'lucide-static/icons/locate-fixed.svg?raw';
import logOut from 'lucide-static/icons/log-out.svg?raw';
import mail from 'lucide-static/icons/mail.svg?raw';
import map from 'lucide-static/icons/map.svg?raw';
import mapPin from 'lucide-static/icons/map-pin.svg?raw';
import megaphone from 'lucide-static/icons/megaphone.svg?raw';
import newspaper from 'lucide-static/icons/newspaper.svg?raw';
import pencil from 'lucide-static/icons/pencil.svg?raw';
import phone from 'lucide-static/icons/phone.svg?raw';
import plus from 'lucide-static/icons/plus.svg?raw';
import printer from 'lucide-static/icons/printer.svg?raw';
import question from 'lucide-static/icons/message-circle-question-mark.svg?raw';
import rss from 'lucide-static/icons/rss.svg?raw';
import scale from 'lucide-static/icons/scale.svg?raw';
import search from 'lucide-static/icons/search.svg?raw';
import settings from 'lucide-static/icons/settings.svg?raw';
import share from 'lucide-static/icons/share-2.svg?raw';
import stop from 'lucide-static/icons/circle-x.svg?raw';
import trash from 'lucide-static/icons/trash-2.svg?raw';
import users from 'lucide-static/icons/users.svg?raw';
import warning from 'lucide-static/icons/triangle-alert.svg?raw';
import wifi from 'lucide-static/icons/wifi.svg?raw';

/** The shapes of the icons this app uses, without their frames. A new icon is one import and one line. */
export const ICONS = {
  accessibility: shapes(accessibility),
  'arrow-right': shapes(arrowRight),
  book: shapes(book),
  briefcase: shapes(briefcase),
  building: shapes(building),
  calendar: shapes(calendar),
  camera: shapes(camera),
  check: shapes(check),
  clock: shapes(clock),
  download: shapes(download),
  euro: shapes(euro),
  external: shapes(external),
  eye: shapes(eye),
  factory: shapes(factory),
  file: shapes(file),
  globe: shapes(globe),
  graduation: shapes(graduation),
  handshake: shapes(handshake),
  hourglass: shapes(hourglass),
  house: shapes(house),
  image: shapes(image),
  info: shapes(info),
  landmark: shapes(landmark),
  lightbulb: shapes(lightbulb),
  locate: shapes(locate),
  'log-out': shapes(logOut),
  mail: shapes(mail),
  map: shapes(map),
  'map-pin': shapes(mapPin),
  megaphone: shapes(megaphone),
  newspaper: shapes(newspaper),
  pencil: shapes(pencil),
  phone: shapes(phone),
  plus: shapes(plus),
  printer: shapes(printer),
  question: shapes(question),
  rss: shapes(rss),
  scale: shapes(scale),
  search: shapes(search),
  settings: shapes(settings),
  share: shapes(share),
  stop: shapes(stop),
  trash: shapes(trash),
  users: shapes(users),
  warning: shapes(warning),
  wifi: shapes(wifi),
} as const;

export type IconName = keyof typeof ICONS;

function shapes(svg: string): string {
  return svg
    .slice(svg.indexOf('>', svg.indexOf('<svg')) + 1, svg.lastIndexOf('</svg>'))
    .replace(/\s*\n\s*/g, '')
    .replaceAll(' />', '/>');
}
