/* SEN status and needs, in every vendor's words and codes (domain.md 3.1, 3.2,
 * 5.2).  A status never names a level of the school's own policy. */
#include "exchange/mis.h"
#include <sen/text.h>
#include <string.h>

struct word {
	const char *text;
	int value;
};

static const struct word statuses[] = {
	{"", MIS_S_N},
	{"n", MIS_S_N},
	{"none", MIS_S_N},
	{"no", MIS_S_N},
	{"no sen", MIS_S_N},
	{"no send", MIS_S_N},
	{"not sen", MIS_S_N},
	{"non sen", MIS_S_N},
	{"no special educational need", MIS_S_N},
	{"no special educational needs", MIS_S_N},
	{"no special needs", MIS_S_N},
	{"no longer needed", MIS_S_N},
	{"no longer sen", MIS_S_N},
	{"no specialist provision", MIS_S_N},
	{"k", MIS_S_K},
	{"sen support", MIS_S_K},
	{"send support", MIS_S_K},
	{"sen supp", MIS_S_K},
	{"sens", MIS_S_K},
	{"support", MIS_S_K},
	{"special educational needs support", MIS_S_K},
	{"e", MIS_S_E},
	{"ehcp", MIS_S_E},
	{"ehc", MIS_S_E},
	{"ehc plan", MIS_S_E},
	{"education health and care plan", MIS_S_E},
	{"education health care plan", MIS_S_E},
	{"m", MIS_S_M},
	{"mon", MIS_S_M},
	{"monitor", MIS_S_M},
	{"monitored", MIS_S_M},
	{"monitoring", MIS_S_M},
	{"sen monitoring", MIS_S_M},
	{"being monitored", MIS_S_M},
	{"a", MIS_S_WAS_K},
	{"p", MIS_S_WAS_K},
	{"q", MIS_S_WAS_K},
	{"sa", MIS_S_WAS_K},
	{"sa+", MIS_S_WAS_K},
	{"sap", MIS_S_WAS_K},
	{"school action", MIS_S_WAS_K},
	{"school action+", MIS_S_WAS_K},
	{"school action +", MIS_S_WAS_K},
	{"school action plus", MIS_S_WAS_K},
	{"school early years action", MIS_S_WAS_K},
	{"school early years action plus", MIS_S_WAS_K},
	{"school action or early years action", MIS_S_WAS_K},
	{"school action plus or early years action plus", MIS_S_WAS_K},
	{"early years action", MIS_S_WAS_K},
	{"early years action plus", MIS_S_WAS_K},
	{"school action plus and statutory assessment", MIS_S_WAS_K},
	{"o", MIS_S_WAS_N},
	{"provision no longer needed", MIS_S_WAS_N},
	{"s", MIS_S_STATEMENT},
	{"statement", MIS_S_STATEMENT},
	{"statemented", MIS_S_STATEMENT},
	{"statement of sen", MIS_S_STATEMENT},
	{"statement of special educational needs", MIS_S_STATEMENT},
};

static int find(const struct word *words, size_t count, const char *plain)
{
	for (size_t i = 0; i < count; i++)
		if (!strcmp(words[i].text, plain))
			return words[i].value;
	return MIS_S_UNSAID;
}

static enum mis_status status_of(const char *text)
{
	char plain[128];
	value_plain(text, plain, sizeof(plain));
	return (enum mis_status)find(statuses, SEN_COUNT(statuses), plain);
}

/* "K - SEN support", "K: SEN support", "K (SEN support)": code and words must agree. */
static enum mis_status coded(const char *text)
{
	char code[8];
	size_t n = strcspn(text, " :-(\t");
	if (!n || n >= sizeof(code) || !text[n])
		return MIS_S_UNSAID;
	const char *rest = text + n + strspn(text + n, " \t");
	bool mark = *rest && (strchr(":-(", *rest) || (unsigned char)*rest >= 0x80);
	if (!mark)
		return MIS_S_UNSAID;
	memcpy(code, text, n);
	code[n] = '\0';
	enum mis_status a = status_of(code);
	char plain[128];
	value_plain(rest, plain, sizeof(plain));
	const char *words = (unsigned char)*plain >= 0x80 ? strchr(plain, ' ') : plain; /* an en dash */
	words = words ? words + (*words == ' ') : "";
	enum mis_status b = (enum mis_status)find(statuses, SEN_COUNT(statuses), words);
	return !*words || b == MIS_S_UNSAID || a == b ? a : MIS_S_UNSAID;
}

enum mis_status value_status(const char *text)
{
	if (!text)
		return MIS_S_N;
	enum mis_status found = status_of(text);
	return found == MIS_S_UNSAID ? coded(text) : found;
}

/* ---- Needs ---- */
static const char *const codes[] = {"SPLD", "MLD", "SLD", "PMLD", "SEMH", "SLCN", "OTH",
				    "HI",   "VI",  "MSI", "PD",	  "ASD",  "DS",	  "NSA"};
enum { SPLD, MLD, SLD, PMLD, SEMH, SLCN, OTH, HI, VI, MSI, PD, ASD, DS, NSA, BESD };

static const struct word needs[] = {
	{"spld", SPLD},
	{"specific learning difficulty", SPLD},
	{"specific learning difficulties", SPLD},
	{"dyslexia", SPLD},
	{"dyspraxia", SPLD},
	{"dyscalculia", SPLD},
	{"mld", MLD},
	{"moderate learning difficulty", MLD},
	{"moderate learning difficulties", MLD},
	{"sld", SLD},
	{"severe learning difficulty", SLD},
	{"severe learning difficulties", SLD},
	{"pmld", PMLD},
	{"profound multiple learning difficulty", PMLD},
	{"profound and multiple learning difficulty", PMLD},
	{"profound and multiple learning difficulties", PMLD},
	{"profound multiple learning difficulties", PMLD},
	{"semh", SEMH},
	{"social emotional and mental health", SEMH},
	{"social emotional mental health", SEMH},
	{"social emotional and mental health needs", SEMH},
	{"social emotional and mental health difficulties", SEMH},
	{"slcn", SLCN},
	{"slc", SLCN},
	{"salt", SLCN},
	{"speech language and communication needs", SLCN},
	{"speech language and communication need", SLCN},
	{"speech language communication needs", SLCN},
	{"speech language and communication", SLCN},
	{"speech and language", SLCN},
	{"oth", OTH},
	{"other", OTH},
	{"other difficulty disability", OTH},
	{"other difficulty or disability", OTH},
	{"other difficulty", OTH},
	{"hi", HI},
	{"hearing impairment", HI},
	{"deaf", HI},
	{"vi", VI},
	{"vis", VI},
	{"vision impairment", VI},
	{"visual impairment", VI},
	{"msi", MSI},
	{"multi sensory impairment", MSI},
	{"multisensory impairment", MSI},
	{"pd", PD},
	{"physical disability", PD},
	{"asd", ASD},
	{"asc", ASD},
	{"autism", ASD},
	{"autistic", ASD},
	{"autistic spectrum disorder", ASD},
	{"autism spectrum disorder", ASD},
	{"autism spectrum condition", ASD},
	{"autistic spectrum condition", ASD},
	{"ds", DS},
	{"down syndrome", DS},
	{"downs syndrome", DS},
	{"down s syndrome", DS},
	{"nsa", NSA},
	{"sen support but no specialist assessment of type of need", NSA},
	{"no specialist assessment", NSA},
	{"no specialist assessment of type of need", NSA},
	{"besd", BESD},
	{"behaviour emotional and social difficulties", BESD},
	{"behavioural emotional and social difficulties", BESD},
	{"ebd", BESD},
};

static int need_of(const char *text, size_t len)
{
	char part[160], plain[160];
	if (len >= sizeof(part))
		return -1;
	memcpy(part, text, len);
	part[len] = '\0';
	value_plain(part, plain, sizeof(plain));
	for (size_t i = 0; i < SEN_COUNT(needs); i++)
		if (!strcmp(needs[i].text, plain))
			return needs[i].value;
	size_t n = strcspn(part, " :-("); /* "ASD - Autistic Spectrum Disorder" */
	const char *rest = part + n + strspn(part + n, " ");
	if (n && *rest && (strchr(":-(", *rest) || !strncmp(rest, "\xe2\x80\x93", 3)))
		for (size_t i = 0; i < SEN_COUNT(codes); i++)
			if (strlen(codes[i]) == n && !strncasecmp(codes[i], part, n))
				return (int)i;
	return -1;
}

void needs_add(struct mis_needs *out, const char *type, int rank)
{
	for (size_t i = 0; i < out->count; i++)
		if (!strcmp(out->types[i], type)) {
			if (rank && (!out->ranks[i] || rank < out->ranks[i]))
				out->ranks[i] = rank;
			return;
		}
	if (out->count == MIS_NEEDS)
		return;
	out->types[out->count] = type;
	out->ranks[out->count++] = rank;
}

/* By rank where the MIS gives one, else as they stand. */
void needs_sort(struct mis_needs *n)
{
	for (size_t i = 1; i < n->count; i++)
		for (size_t j = i; j > 0; j--) {
			int a = n->ranks[j - 1] ? n->ranks[j - 1] : 99, b = n->ranks[j] ? n->ranks[j] : 99;
			if (a <= b)
				break;
			const char *type = n->types[j];
			n->types[j] = n->types[j - 1];
			n->types[j - 1] = type;
			a = n->ranks[j];
			n->ranks[j] = n->ranks[j - 1];
			n->ranks[j - 1] = a;
		}
}

static void take(struct mis_needs *out, int code, int rank)
{
	out->legacy |= code == BESD;
	needs_add(out, codes[code == BESD ? SEMH : code], rank);
}

/* Labels hold commas and slashes themselves ("Speech, Language and ..."), so
 * the longest run of parts that is a need is taken, then what follows. */
static void parts(struct sen_arena *arena, const char *text, size_t len, int rank, struct mis_needs *out)
{
	size_t from = 0;
	while (from < len) {
		size_t to = len;
		int code;
		while ((code = need_of(text + from, to - from)) < 0) {
			size_t back = to;
			while (back > from && !strchr(",/", text[back - 1]))
				back--;
			if (back <= from)
				break;
			to = back - 1;
		}
		if (code >= 0) {
			take(out, code, rank);
			from = to + 1;
			continue;
		}
		size_t n = strcspn(text + from, ",/");
		if (from + n > len)
			n = len - from;
		const char *part = value_text(arena, sen_strndup(arena, text + from, n));
		if (part && !sen_text_same(part, "none"))
			out->unknown = part;
		from += n + 1;
	}
}

void value_needs(struct sen_arena *arena, const char *text, int rank, struct mis_needs *out)
{
	while (text && *text) {
		size_t n = strcspn(text, ";|\n");
		parts(arena, text, n, rank, out);
		text += n + (text[n] != '\0');
	}
}
