-- What an article describes, where that is somebody or something one looks for: who researches, makes or offers what, and
-- which sites there are. Texts stay texts; these fields let "wer forscht zu …?" be answered by naming all of them.

alter table knowledge.article
  add column subject text not null default 'other'
    check (subject in ('other', 'institution', 'company', 'service', 'site')),
  -- What they can do, research or offer, between commas.
  add column abilities text not null default '',
  add column availability text not null default 'unknown'
    check (availability in ('unknown', 'free', 'planned', 'examined', 'taken'));

create index article_subject on knowledge.article (tenant_id, subject) where subject <> 'other';
