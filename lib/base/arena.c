/* One arena a command: blocks that grow, marks to go back to.
 * With SEN_ARENA_MALLOC every object has its own malloc, so that a
 * sanitizer sees a step over the edge of each. */
#include <sen/base.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define ALIGN 16
#define FIRST_BLOCK ((size_t)64 * 1024)
#define LARGEST_BLOCK ((size_t)1024 * 1024)

struct block {
	struct block *below;
	size_t size, used; /* of data */
	char data[] __attribute__((aligned(ALIGN)));
};

struct sen_arena {
	struct block *top;
	struct block *spare; /* kept by a release, so that a loop does not malloc and free */
};

static void (*last_act)(void);

void sen_on_out_of_memory(void (*fn)(void))
{
	last_act = fn;
}

void sen_out_of_memory(void)
{
	static const char said[] = "sendctl: out of memory\nNothing was changed.\n";
	ssize_t ignored = write(STDERR_FILENO, said, sizeof(said) - 1);

	(void)ignored;
	if (last_act)
		last_act();
	_exit(1);
}

struct sen_arena *sen_arena_new(void)
{
	struct sen_arena *arena = calloc(1, sizeof(*arena));

	if (!arena)
		sen_out_of_memory();
	return arena;
}

static struct block *block_new(size_t size)
{
	struct block *block;

	if (size > SIZE_MAX / 2)
		sen_out_of_memory();
	block = malloc(sizeof(*block) + size);
	if (!block)
		sen_out_of_memory();
	block->size = size;
	block->used = 0;
	return block;
}

static void free_down_to(struct sen_arena *arena, struct block *stop)
{
	while (arena->top && arena->top != stop) {
		struct block *block = arena->top;

		arena->top = block->below;
		free(block);
	}
}

void sen_arena_free(struct sen_arena *arena)
{
	if (!arena)
		return;
	free_down_to(arena, NULL);
	free(arena->spare);
	free(arena);
}

struct sen_mark sen_arena_mark(struct sen_arena *arena)
{
	return (struct sen_mark){arena->top, arena->top ? arena->top->used : 0};
}

#ifdef SEN_ARENA_MALLOC
static void *take(struct sen_arena *arena, size_t size, size_t align)
{
	struct block *block = block_new(size);

	(void)align;
	block->used = size;
	block->below = arena->top;
	arena->top = block;
	return block->data;
}

void sen_arena_release(struct sen_arena *arena, struct sen_mark mark)
{
	free_down_to(arena, mark.block);
}

static bool extend(struct sen_arena *arena, const void *object, size_t size, size_t wanted)
{
	(void)arena, (void)object, (void)size, (void)wanted;
	return false;
}
#else
/* A block for at least `size` bytes on top: the spare one, or one twice the last. */
static void add_block(struct sen_arena *arena, size_t size)
{
	struct block *block = arena->spare;
	size_t wanted = arena->top ? arena->top->size * 2 : FIRST_BLOCK;

	if (block && block->size >= size) {
		arena->spare = NULL;
		block->used = 0;
	} else {
		if (wanted > LARGEST_BLOCK)
			wanted = LARGEST_BLOCK;
		block = block_new(size > wanted ? size : wanted);
	}
	block->below = arena->top;
	arena->top = block;
}

static void *take(struct sen_arena *arena, size_t size, size_t align)
{
	struct block *block = arena->top;
	size_t at = block ? (block->used + align - 1) & ~(align - 1) : 0;

	if (!block || at > block->size || size > block->size - at) {
		add_block(arena, size);
		block = arena->top;
		at = 0;
	}
	block->used = at + size;
	return block->data + at;
}

void sen_arena_release(struct sen_arena *arena, struct sen_mark mark)
{
	while (arena->top && arena->top != mark.block) {
		struct block *block = arena->top;

		arena->top = block->below;
		if (!arena->spare && block->size <= LARGEST_BLOCK)
			arena->spare = block;
		else
			free(block);
	}
	if (arena->top)
		arena->top->used = mark.used;
}

/* Grows the newest object where it stands, when there is room behind it. */
static bool extend(struct sen_arena *arena, const void *object, size_t size, size_t wanted)
{
	struct block *block = arena->top;
	size_t at;

	if (!block || (const char *)object + size != block->data + block->used)
		return false;
	at = block->used - size;
	if (wanted > block->size - at)
		return false;
	block->used = at + wanted;
	return true;
}
#endif

void *sen_alloc(struct sen_arena *arena, size_t size)
{
	return memset(take(arena, size, ALIGN), 0, size);
}

void *sen_alloc_room(struct sen_arena *arena, size_t size)
{
	return take(arena, size, ALIGN);
}

void *sen_alloc_array(struct sen_arena *arena, size_t count, size_t size)
{
	size_t total;

	if (__builtin_mul_overflow(count, size, &total))
		sen_out_of_memory();
	return sen_alloc(arena, total);
}

char *sen_strndup(struct sen_arena *arena, const char *text, size_t len)
{
	char *copy;

	if (!text)
		return NULL;
	len = strnlen(text, len);
	copy = take(arena, len + 1, 1);
	memcpy(copy, text, len);
	copy[len] = '\0';
	return copy;
}

char *sen_strdup(struct sen_arena *arena, const char *text)
{
	return text ? sen_strndup(arena, text, strlen(text)) : NULL;
}

char *sen_format(struct sen_arena *arena, const char *fmt, ...)
{
	va_list args, again;
	char room[128], *text;
	int len;

	va_start(args, fmt);
	va_copy(again, args);
	len = vsnprintf(room, sizeof(room), fmt, args);
	va_end(args);
	if (len < 0)
		sen_out_of_memory();
	text = take(arena, (size_t)len + 1, 1);
	/* Most texts are short: formatted once. */
	if ((size_t)len < sizeof(room))
		memcpy(text, room, (size_t)len + 1);
	else
		vsnprintf(text, (size_t)len + 1, fmt, again);
	va_end(again);
	return text;
}

/* Room for `more` characters and the NUL behind what the buffer holds. */
static void buf_room(struct sen_buf *buf, size_t more)
{
	size_t need, cap;
	char *text;

	if (__builtin_add_overflow(buf->len, more, &need) || need >= SIZE_MAX / 4)
		sen_out_of_memory();
	need++;
	if (need <= buf->cap)
		return;
	cap = buf->cap * 2 > need ? buf->cap * 2 : need;
	if (cap < 64)
		cap = 64;
	if (!buf->text || !extend(buf->arena, buf->text, buf->cap, cap)) {
		text = take(buf->arena, cap, 1);
		if (buf->text)
			memcpy(text, buf->text, buf->len + 1);
		buf->text = text;
	}
	buf->cap = cap;
}

void sen_buf_addn(struct sen_buf *buf, const char *text, size_t len)
{
	buf_room(buf, len);
	if (len)
		memcpy(buf->text + buf->len, text, len);
	buf->len += len;
	buf->text[buf->len] = '\0';
}

void sen_buf_add(struct sen_buf *buf, const char *text)
{
	sen_buf_addn(buf, text, strlen(text));
}

void sen_buf_addf(struct sen_buf *buf, const char *fmt, ...)
{
	va_list args, again;
	int len;

	va_start(args, fmt);
	va_copy(again, args);
	len = vsnprintf(NULL, 0, fmt, args);
	va_end(args);
	if (len < 0)
		sen_out_of_memory();
	buf_room(buf, (size_t)len);
	vsnprintf(buf->text + buf->len, (size_t)len + 1, fmt, again);
	va_end(again);
	buf->len += (size_t)len;
}

void *sen_grow(struct sen_arena *arena, void *items, size_t count, size_t *cap, size_t size)
{
	size_t more = *cap ? *cap * 2 : 8, old, total;
	void *grown = items;

	if (count < *cap)
		return items;
	if (__builtin_mul_overflow(more, size, &total))
		sen_out_of_memory();
	old = *cap * size;
	if (!items || !extend(arena, items, old, total)) {
		grown = take(arena, total, ALIGN);
		if (items)
			memcpy(grown, items, old);
	}
	memset((char *)grown + old, 0, total - old);
	*cap = more;
	return grown;
}

bool sen_ids_hold(const int64_t *ids, size_t count, int64_t id)
{
	while (count > 0)
		if (ids[--count] == id)
			return true;
	return false;
}
