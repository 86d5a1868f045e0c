-- Where an operator configured embeddings: the place of each page in the space of meanings, by the hash of what it says.
-- Plain numbers, so that every PostgreSQL holds them; where pgvector is installed it compares them.

create table assistant.page_vector (
  tenant_id uuid not null references tenancy.tenant (tenant_id) on delete cascade,
  model text not null,
  document_id text not null,
  -- A hash of the document: what did not change is not sent again.
  print text not null,
  -- Of length one, so that the product of two is their likeness.
  vector real[] not null,
  primary key (tenant_id, model, document_id)
);
select app.protect('assistant.page_vector');
