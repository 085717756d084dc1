/*
 * Packages: which of the office's packages fit a client, how much of what is needed they cover, and what they do not.
 * Room: reception.
 *
 * A package of office.yaml: {id, name, for, covers, price, serves}.  `for` is a list of bands of the Barthel index, care levels, or
 * gb0 to gb4 of GB/T 42195, of which one is enough; or a map of such lists by scale, band, cognition and care_level, of which each
 * must hold (decision 78); without it the package is for everybody.  Cognition from moderate on is a need of dementia care.
 * `covers` holds needs, in any language the needs vocabulary knows, or the office's own words.  A focus is served when `serves`
 * names it, or when `covers` holds the need of that name (meals, rehab).
 */
#ifndef ENI_RECEPTION_PACKAGES_H
#define ENI_RECEPTION_PACKAGES_H

#include "rule/facts.h"

struct eni_need {
	struct eni_str word, key; /* the code, or the office's own word; as it is compared */
};

struct eni_needs {
	struct eni_need *need;
	size_t n, cap;
};

/* By what a package says whom it is for. */
enum eni_scale { ENI_SCALE_BAND, ENI_SCALE_CARE_LEVEL, ENI_SCALE_COGNITION, ENI_SCALES };

struct eni_package {
	struct eni_str id, name;   /* without a name: the id */
	uint64_t fits[ENI_SCALES]; /* bits 1 << code of the scale's vocabulary; 0: the scale does not matter */
	bool any;                  /* one scale that fits is enough */
	struct eni_needs covers;
	uint64_t serves; /* bits 1 << code of focus */
	int64_t price;   /* minor units; INT64_MAX: not said */
};

/* One package for the client at hand. */
struct eni_cover {
	const struct eni_package *package;
	int percent;                    /* of the needs, rounded down */
	struct eni_str missing, serves; /* words with single blanks between; live until the next client */
	int within_budget;              /* ENI_YES_YES, ENI_YES_NO; 0: price or budget is not known */
};

struct eni_packages {
	struct eni_facts *facts;
	struct eni_arena arena, row;
	struct eni_package *package;
	size_t n;
	size_t needs, focus, care_level, cognition, budget; /* client columns */
	struct eni_needs wanted;                            /* of the client at hand */
	struct eni_cover *cover;                            /* one for each package that fits, best first */
	size_t n_covers;
	int band; /* of the client at hand, a code; 0: not known */
};

/* Reads the office's packages and asks for the columns; before loading.  0, or -1 after eni_fail: no packages, or an unknown
 * word.  eni_packages_free in every case. */
int eni_packages_read(struct eni_packages *p, struct eni_facts *f);
/* Fills p->cover: highest percent first, then lowest price, then id.  NULL, or why that is empty: the field without which nothing
 * can be said (needs, adl, care_level, cognition), or packages, where none is for this client. */
const char *eni_packages_of(struct eni_packages *p, uint32_t client);
void eni_packages_free(struct eni_packages *p);

#endif
