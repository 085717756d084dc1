/* Phone logs: which shapes are known, which rows are one call, who rang whom, and when somebody was reached. */
#include <stdlib.h>
#include <unistd.h>

#include "phone/phonelog.h"
#include "unit.h"

/* The calls of a log as text: "in 09000000001 10:05 answered" a line; messages behind them. */
static struct eni_buf
read_log(const char *bytes)
{
	char path[] = "/tmp/unit_phonelog_XXXXXX", *said = NULL;
	int fd = mkstemp(path);
	size_t n = 0;
	struct eni_diag d = {.prog = "t", .out = open_memstream(&said, &n)};
	struct eni_book b = {.diag = &d};
	struct eni_phonelog l = {.book = &b};
	struct eni_buf out = {0};
	int rc;

	ok(fd != -1 && write(fd, bytes, strlen(bytes)) == (ssize_t)strlen(bytes), "a file");
	close(fd);
	rc = eni_phonelog_read(&l, path);
	for (size_t i = 0; i < l.n; i++) {
		const struct eni_call *c = &l.call[i];
		char at[ENI_WHEN_TEXT];

		eni_when_format(c->at, at);
		eni_buf_printf(&out, "%s %.*s %s%s\n", c->dir == ENI_DIR_IN ? "in" : "out",
		    c->number == ENI_NONE ? 1 : (int)l.number[c->number].n, c->number == ENI_NONE ? "-" : l.number[c->number].p,
		    at + 11, c->answered ? " answered" : "");
	}
	fclose(d.out);
	if (rc != 0)
		eni_buf_printf(&out, "rc %d\n", rc);
	if (d.status == 1)
		eni_buf_printf(&out, "aside\n");
	free(said);
	eni_phonelog_free(&l);
	unlink(path);
	return out;
}

static void
check(const char *what, const char *bytes, const char *want)
{
	struct eni_buf got = read_log(bytes);

	is_str(eni_buf_str(&got), want, what);
	eni_buf_free(&got);
}

/* ---- our own ---- */

static void
test_own(void)
{
	check("canonical headers", "at,dir,number,result\n2026-11-21 10:05,in,090-0000-0001,no_answer\n", "in 09000000001 10:05\n");
	check("Japanese headers, words, full-width digits",
	    "日時,着発信,電話番号,応答結果\n2026/11/21 9:05,不在着信,０９０－００００－０００１,不出\n2026年11月21日 "
	    "10時05分,発信,090-0000-0001,応答\n",
	    "in 09000000001 09:05\nout 09000000001 10:05 answered\n");
	check("Chinese headers and words",
	    "时间,呼叫方向,来电号码,接听结果\n2026-11-21 10:05,未接来电,+86 130 0000 0001,未接\n2026-11-21 "
	    "10:06,拨出,13000000001,接听\n",
	    "in 13000000001 10:05\nout 13000000001 10:06 answered\n");
	check("withheld numbers",
	    "at,dir,number,result\n2026-11-21 10:05,in,非通知,no_answer\n2026-11-21 10:06,in,匿名,busy\n"
	    "2026-11-21 10:07,in,,out_of_range\n2026-11-21 10:08,in,000,answered\n",
	    "in - 10:05\nin - 10:06\nin - 10:07\nin - 10:08 answered\n");
	check("a message left is no person reached", "at,dir,number,result\n2026-11-21 10:05,in,0300000001,voicemail_left\n",
	    "in 0300000001 10:05\n");
	check("an unknown word, or none, is not answered",
	    "at,dir,number,result\n2026-11-21 10:05,in,0300000001,ringing\n2026-11-21 10:06,in,0300000001,\n",
	    "in 0300000001 10:05\nin 0300000001 10:06\n");
	check("rows without moment or direction are set aside",
	    "at,dir,number,result\nsoon,in,0300000001,busy\n2026-11-21 10:06,sideways,0300000001,busy\n", "aside\n");
	check("records of another format",
	    "[{\"at\": \"2026-11-21 10:05\", \"dir\": \"in\", \"number\": \"0300000001\", \"result\": \"busy\"}]",
	    "in 0300000001 10:05\n");
	check("empty", "", "");
	check("headers alone", "at,dir,number,result\n", "");
}

/* ---- what telephones export ---- */

static void
test_named(void)
{
	check("one column for direction and result",
	    "Name,Number,Type,Date,Duration\n,0300000001,Incoming,2026-11-21 10:05:01,00:00:09\n,0300000001,Missed,2026-11-21 "
	    "10:06:01,00:00:00\n,0300000001,Rejected,2026-11-21 10:07:01,0\n,0300000001,Outgoing,2026-11-21 10:08:01,00:00:00\n"
	    ",0300000001,Outgoing,2026-11-21 10:09:01,1分\n",
	    "in 0300000001 10:05 answered\nin 0300000001 10:06\nin 0300000001 10:07\nout 0300000001 10:08\n"
	    "out 0300000001 10:09 answered\n");
	check("without duration the word incoming is enough, outgoing is not",
	    "日時,種別,電話番号\n2026-11-21 10:05,着信,0300000001\n2026-11-21 10:06,発信,0300000001\n2026-11-21 "
	    "10:07,不在着信,0300000001\n",
	    "in 0300000001 10:05 answered\nout 0300000001 10:06\nin 0300000001 10:07\n");
	check("incoming of no seconds: nobody spoke", "日時,種別,電話番号,通話時間\n2026-11-21 10:05,着信,0300000001,0秒\n",
	    "in 0300000001 10:05\n");
	check("a column for the result has the say, but not of an outgoing call of no seconds",
	    "日時,種別,電話番号,通話時間,状態\n2026-11-21 10:05,着信,0300000001,0:20,応答なし\n2026-11-21 "
	    "10:06,着信,0300000001,0:00,応答\n2026-11-21 10:07,発信,0300000001,0:00,応答\n2026-11-21 "
	    "10:08,着信,0300000001,,\n",
	    "in 0300000001 10:05\nin 0300000001 10:06 answered\nout 0300000001 10:07\nin 0300000001 10:08\n");
	check("several words in a cell",
	    "时间,类型,号码,时长\n2026-11-21 10:05,呼入-未接,13800000001,\n2026-11-21 10:06,呼入（已接）,13800000001,\n",
	    "in 13800000001 10:05\nin 13800000001 10:06 answered\n");
	check("day and time apart, in either order",
	    "日期,时间,呼叫类型,号码\n2026-11-21,10:05:00,未接,13800000001\n2026/11/21,上午9:05,未接,13800000001\n",
	    "in 13800000001 10:05\nin 13800000001 09:05\n");
	check("the moment they began to speak is the only one", "通話開始日時,種別,電話番号\n2026-11-21 10:05,着信,0300000001\n",
	    "in 0300000001 10:05 answered\n");
	check("both sides: direction by which of them is a telephone of the house",
	    "start,from,to,duration\n2026-11-21 10:05,0300000001,101,0\n2026-11-21 10:06,101,0300000001,9\n2026-11-21 "
	    "10:07,101,102,9\n2026-11-21 10:08,anonymous,101,9\n",
	    "in 0300000001 10:05\nout 0300000001 10:06 answered\nin - 10:08 answered\n");
	check("rows of one call",
	    "Call Time,Call ID,From,To,Direction,Status\n2026-11-21 10:05:09,7,0300000001,Mori (101),Internal,Answered\n"
	    "2026-11-21 10:05:00,7,Kin (0300000001),Queue (800),Inbound,Answered\n2026-11-21 "
	    "10:06:00,8,0300000001,IVR,Inbound,Answered\n",
	    "in 0300000001 10:05 answered\nin 0300000001 10:06\n");
	check("numbers that are none",
	    "at,dir,number,result\n2026-11-21 10:05,in,-1,no_answer\n2026-11-21 10:06,in,3,no_answer\n2026-11-21 "
	    "10:07,in,通知不可,no_answer\n2026-11-21 10:08,in,110,no_answer\n",
	    "in - 10:05\nin - 10:06\nin - 10:07\nin 110 10:08\n");
	check("moments since 1970", "date,type,number\n1795136701,3,0300000001\n1795136701000,3,0300000001\n",
	    "in 0300000001 01:05\nin 0300000001 01:05\n");
	check("what no word says is set aside", "日時,種別,電話番号\n2026-11-21 10:05,ふしぎ,0300000001\n", "aside\n");
	check("neither result nor duration", "日時,方向,電話番号\n2026-11-21 10:05,着信,0300000001\n", "rc -1\n");
}

/* ---- CDRs ---- */

/* Rows of the layouts from the same few values. */
static void
row21(struct eni_buf *b, const char *src, const char *dst, const char *context, const char *channel, const char *dstchannel,
    const char *app, const char *time, int billsec, const char *disposition, const char *unique, const char *linked)
{
	eni_buf_printf(b,
	    "\"\",\"%s\",\"%s\",\"%s\",\"\"\"x\"\" <%s>\",\"%s\",\"%s\",\"%s\",\"data,with,commas\",\"2026-11-21 "
	    "%s\",,\"2026-11-21 "
	    "%s\",30,%d,\"%s\",\"DOCUMENTATION\",\"%s\",\"\",\"\",\"%s\",7\n",
	    src, dst, context, src, channel, dstchannel, app, time, time, billsec, disposition, unique, linked);
}

static void
row19(struct eni_buf *b, const char *src, const char *dst, const char *context, const char *channel, const char *dstchannel,
    const char *time, int billsec, const char *disposition, const char *unique)
{
	eni_buf_printf(b,
	    "\"\"\"x\"\" <%s>\",\"%s\",\"%s\",\"%s\",\"%s\",\"%s\",\"Dial\",\"data\",\"2026-11-21 %s\",\"\",\"2026-11-21 "
	    "%s\",30,%d,\"%s\",\"DOCUMENTATION\",\"\",\"%s\",\"\",7\n",
	    src, src, dst, context, channel, dstchannel, time, time, billsec, disposition, unique);
}

static void
check_buf(const char *what, struct eni_buf *b, const char *want)
{
	eni_buf_char(b, '\0');
	check(what, b->p, want);
	b->n = 0;
}

static void
test_answered(void)
{
	struct eni_buf b = {0};

	row21(&b, "09000000001", "s", "from-trunk", "PJSIP/trunk-01", "PJSIP/101-02", "Dial", "10:05:00", 12, "ANSWERED", "1.1",
	    "1.1");
	check_buf("a telephone took it", &b, "in 09000000001 10:05 answered\n");
	row21(&b, "09000000001", "s", "from-trunk", "PJSIP/trunk-01", "", "VoiceMail", "10:05:00", 40, "ANSWERED", "1.1", "1.1");
	check_buf("the voice mail box took it", &b, "in 09000000001 10:05\n");
	row21(&b, "09000000001", "s", "ivr", "PJSIP/trunk-01", "", "BackGround", "10:05:00", 40, "ANSWERED", "1.1", "1.1");
	check_buf("the menu took it", &b, "in 09000000001 10:05\n");
	row21(&b, "09000000001", "600", "queue", "PJSIP/trunk-01", "Local/101@agents-01;1", "Queue", "10:05:00", 40, "ANSWERED",
	    "1.1", "1.1");
	row21(&b, "09000000001", "101", "agents", "Local/101@agents-01;2", "PJSIP/101-02", "Dial", "10:05:03", 0, "NO ANSWER",
	    "1.2", "1.1");
	check_buf("the queue answered, no person did", &b, "in 09000000001 10:05\n");
	row21(&b, "09000000001", "101", "agents", "Local/101@agents-01;2", "PJSIP/101-02", "Dial", "10:05:03", 0, "NO ANSWER",
	    "1.2", "1.1");
	row21(&b, "09000000001", "102", "agents", "Local/102@agents-02;2", "PJSIP/102-03", "Dial", "10:05:09", 31, "ANSWERED",
	    "1.3", "1.1");
	row21(&b, "09000000001", "600", "queue", "PJSIP/trunk-01", "Local/102@agents-02;1", "Queue", "10:05:00", 40, "ANSWERED",
	    "1.1", "1.1");
	check_buf("legs in any order are one call", &b, "in 09000000001 10:05 answered\n");
	eni_buf_free(&b);
}

static void
test_without_linkedid(void)
{
	struct eni_buf b = {0};

	row19(&b, "09000000001", "101", "from-internal", "Local/101@from-internal-0a;2", "SIP/101-02", "10:05:01", 20, "ANSWERED",
	    "1.2");
	row19(&b, "09000000001", "102", "from-internal", "Local/102@from-internal-0b;2", "SIP/102-03", "10:05:01", 0, "NO ANSWER",
	    "1.4");
	row19(&b, "09000000001", "600", "ext-group", "SIP/trunk-01", "Local/101@from-internal-0a;1", "10:05:00", 21, "ANSWERED",
	    "1.1");
	row19(&b, "09000000001", "600", "ext-group", "SIP/trunk-01", "Local/102@from-internal-0b;1", "10:05:00", 0, "NO ANSWER",
	    "1.1");
	check_buf("Local/ channels join the legs of a ring group", &b, "in 09000000001 10:05 answered\n");
	row19(&b, "09000000001", "s", "from-trunk", "SIP/trunk-01", "SIP/101-02", "10:05:00", 0, "NO ANSWER", "1.1");
	row19(&b, "09000000001", "s", "from-trunk", "SIP/trunk-01", "SIP/102-03", "10:05:00", 0, "BUSY", "1.1");
	row19(&b, "09000000001", "s", "from-trunk", "SIP/trunk-04", "SIP/101-05", "10:06:00", 0, "NO ANSWER", "1.6");
	check_buf("one uniqueid, one call", &b, "in 09000000001 10:05\nin 09000000001 10:06\n");
	eni_buf_free(&b);
}

static void
test_directions(void)
{
	static const struct {
		const char *what, *src, *dst, *context, *channel, *want;
	} rows[] = {
	    {"from outside", "09000000001", "s", "from-trunk", "PJSIP/trunk-01", "in 09000000001 10:05\n"},
	    {"to our own number", "+819000000001", "0300000009", "from-pstn", "PJSIP/trunk-01", "in 09000000001 10:05\n"},
	    {"to our own number, in a context of one's own", "09000000001", "0300000009", "hikari", "PJSIP/hgw-01",
		"in 09000000001 10:05\n"},
	    {"without a number", "anonymous", "s", "from-trunk", "PJSIP/trunk-01", "in - 10:05\n"},
	    {"an empty number", "", "s", "from-trunk", "PJSIP/trunk-01", "in - 10:05\n"},
	    {"unknown", "unknown", "101", "from-trunk", "PJSIP/trunk-01", "in - 10:05\n"},
	    {"from a telephone of ours", "101", "09000000001", "phones", "PJSIP/101-01", "out 09000000001 10:05\n"},
	    {"from one that shows our number", "0300000009", "09000000001", "phones", "PJSIP/101-01", "out 09000000001 10:05\n"},
	    {"from a context for inside", "0300000009", "09000000001", "from-internal", "PJSIP/desk-01", "out 09000000001 10:05\n"},
	    {"an analogue line is no telephone of ours", "09000000001", "s", "incoming", "DAHDI/1-1", "in 09000000001 10:05\n"},
	    {"within the house", "101", "102", "from-internal", "PJSIP/101-01", ""},
	    {"hearing the voice mail", "101", "*97", "from-internal", "PJSIP/101-01", ""},
	};
	struct eni_buf b = {0};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		row21(&b, rows[i].src, rows[i].dst, rows[i].context, rows[i].channel, "PJSIP/x-02", "Dial", "10:05:00", 0,
		    "NO ANSWER", "1.1", "1.1");
		check_buf(rows[i].what, &b, rows[i].want);
	}
	eni_buf_free(&b);
}

static void
test_shapes(void)
{
	check("the export of FreePBX",
	    "calldate,clid,src,dst,dcontext,channel,dstchannel,lastapp,lastdata,duration,billsec,disposition,amaflags,accountcode,"
	    "uniqueid,userfield,did,cnum,cnam,outbound_cnum,outbound_cnam,dst_cnam\n"
	    "\"2026-11-21 10:05:00\",\"\"\"x\"\" <09000000001>\",\"09000000001\",\"600\",\"ext-group\",\"PJSIP/trunk-01\","
	    "\"PJSIP/101-02\",\"Dial\",\"\",\"30\",\"0\",\"NO ANSWER\",\"3\",\"\",\"1.1\",\"\",\"0300000009\",\"\",\"\",\"\",\"\","
	    "\"\"\n",
	    "in 09000000001 10:05\n");
	check("18 columns, without linkedid",
	    "\"\",\"09000000001\",\"s\",\"from-trunk\",\"\",\"SIP/trunk-01\",\"SIP/101-02\",\"Dial\",\"\",\"2026-11-21 10:05:00\","
	    "\"2026-11-21 10:05:09\",\"2026-11-21 10:06:00\",60,51,\"ANSWERED\",\"DOCUMENTATION\",\"1.1\",\"\"\n",
	    "in 09000000001 10:05 answered\n");
	check("21 columns of something else",
	    "a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p,q,r,s,t,u\n1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21\n", "rc -1\n");
	check("20 columns",
	    "\"\",\"09000000001\",\"s\",3,4,5,6,7,8,\"2026-11-21 10:05:00\",10,11,12,13,\"ANSWERED\",15,16,17,18,19\n", "rc -1\n");
	check("a client list", "id,name,status,phone\nP1,x,active,0300000001\n", "rc -1\n");
	check("our own without results", "at,dir,number\n2026-11-21 10:05,in,0300000001\n", "rc -1\n");
}

int
main(void)
{
	test_own();
	test_named();
	test_answered();
	test_without_linkedid();
	test_directions();
	test_shapes();
	return unit_done();
}
