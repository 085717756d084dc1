/*
 * How a cell of an enumeration is read (decision 53): whole; else without its remark in brackets or behind a separator; else by a
 * word inside it (stems.h); else it is unread.  Room: rec.  The office's own words come on top: book/cell_word.h.
 */
#ifndef ENI_REC_READING_H
#define ENI_REC_READING_H

#include "rec/vocabulary.h"

enum eni_how {
	ENI_READ_WHOLE,          /* also of an empty cell */
	ENI_READ_WITHOUT_REMARK, /* 入院(骨折) */
	ENI_READ_BY_STEM,        /* 特養に入ることになった: likely, and shown by --map and gaps */
	ENI_UNREAD               /* the code is ENI_UNKNOWN_WORD */
};

struct eni_word_reading {
	int code;    /* 0: the cell is empty */
	int at_home; /* the same in an office that is a home: 入所 is ended elsewhere, active there */
	enum eni_how how;
	bool vague;                  /* read by a stem that gives way to a word that says more */
	struct eni_str head, remark; /* parts of the cell; a cell without remark is all head */
};

/* Each distinct cell is worked out once and remembered while the program runs; a plain word is found without that. */
struct eni_word_reading eni_word_read(enum eni_vocab vocab, struct eni_str cell);
/* A cell that may name several words of a vocabulary, parted by anything or by nothing: 費用と面会が心配. */
struct eni_words_reading {
	uint64_t codes;   /* bits 1 << code; that of ENI_UNKNOWN_WORD: a part of it is not understood; 0: the cell is empty */
	enum eni_how how; /* of the part that is understood least */
};
struct eni_words_reading eni_words_read(enum eni_vocab vocab, struct eni_str cell);
/* The code alone. */
int eni_word_said(enum eni_vocab vocab, struct eni_str cell);
/* Appends what a free text says in words of that vocabulary: their codes, each once, with blanks between them; where there is none,
 * the text as one word, folded, so that it can be told from others. */
void eni_words_said(struct eni_buf *out, enum eni_vocab vocab, struct eni_str text);

#endif
