-- A role remembers which rights it has been offered, so that a new room's rights reach the roles of towns that are
-- already there, and a right that a town took away stays away.

alter table identity.role add column offered text[] not null default '{}';
update identity.role set offered = array[
  'news.edit', 'news.publish', 'notices.edit', 'notices.publish', 'events.edit', 'events.publish',
  'places.edit', 'places.publish', 'knowledge.edit', 'knowledge.publish', 'patents.edit', 'patents.publish',
  'waste.edit', 'publishing.media', 'exchange.manage', 'tenancy.manage', 'assistant.read-gaps',
  'handover.answer', 'handover.assign', 'identity.manage'];
