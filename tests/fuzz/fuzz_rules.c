/* Any bytes as office.yaml and as a file of rules: refused with a reason, or in force; and rules in force can be printed and read.
 */
#include "fuzz.h"
#include "rule/rule.h"

/* A folder whose office.yaml is the bytes. */
static void
read_office(const char *path, struct eni_diag *d)
{
	char dir[] = "/tmp/fuzz_rules_XXXXXX";
	char name[sizeof dir + sizeof "/office.yaml"];
	struct eni_office office;

	if (mkdtemp(dir) == NULL)
		abort();
	snprintf(name, sizeof name, "%s/office.yaml", dir);
	if (symlink(path, name) == -1)
		abort();
	fuzz_promise(eni_office_read(&office, dir, d) == 0 || d->status == 2);
	eni_office_free(&office);
	unlink(name);
	rmdir(dir);
}

/* What `rules` prints can stand in the built-in playbook's place. */
static void
read_again(const struct eni_rules *rules)
{
	struct eni_diag d = fuzz_diag();
	struct eni_office office = {0};
	struct eni_rules again = {0};
	struct eni_buf text = {0};
	struct fuzz_file printed;

	eni_rules_print(rules, &text);
	printed = fuzz_file((const unsigned char *)text.p, text.n);
	office.playbook = eni_str_of(printed.path);
	fuzz_promise(eni_rules_read(&again, &office, ".", NULL, 0, &d) == 0 && again.n == rules->n);
	eni_rules_free(&again);
	eni_buf_free(&text);
	close(printed.fd);
}

int
LLVMFuzzerTestOneInput(const unsigned char *bytes, size_t n)
{
	static const struct eni_office nobody = {0};
	struct fuzz_file f = fuzz_file(bytes, n);
	const char *path = f.path;
	struct eni_diag d = fuzz_diag();
	struct eni_rules rules = {0};

	read_office(f.path, &d);
	d.status = 0;
	if (eni_rules_read(&rules, &nobody, ".", &path, 1, &d) == 0)
		read_again(&rules);
	else
		fuzz_promise(d.status == 2);
	eni_rules_free(&rules);
	close(f.fd);
	return 0;
}
