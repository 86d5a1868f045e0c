-- Who wrote a revision: names change and two people may share one.

alter table publishing.revision add column actor_id uuid;
